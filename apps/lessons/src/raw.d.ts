/** The text of a source, as the build finds it: what a lesson shows is what it runs. */
declare module "*?raw" {
  const text: string;
  export default text;
}

/** A file without the characters that XML does not allow at all; half a surrogate pair is drawn as what can not be read. */
export function allowedXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
  );
}

// Numbers as C's printf writes them. JavaScript rounds a number that lies halfway between two texts away from zero; C
// takes the text that ends in an even digit. All digits of a halfway number are among the first hundred.
const ALL_DIGITS = 100;
const HALFWAY = /^50*$/;
const EVEN = /[02468]\.?$/;

/** `%.{digits}f` of C, for up to 20 digits. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return special(value);
  const magnitude = Math.abs(value);
  // From there on JavaScript turns to exponents; all such numbers are whole.
  if (magnitude >= 1e21) return signed(value, `${BigInt(magnitude)}${digits > 0 ? "." : ""}${"0".repeat(digits)}`);
  const exact = magnitude.toFixed(ALL_DIGITS);
  const point = exact.indexOf(".");
  const kept = exact.slice(0, digits > 0 ? point + 1 + digits : point);
  const rest = exact.slice(point + 1 + digits);
  return signed(value, HALFWAY.test(rest) && EVEN.test(kept) ? kept : magnitude.toFixed(digits));
}

/** `%.{digits}e` of C, for up to 20 digits. */
export function scientific(value: number, digits: number): string {
  if (!Number.isFinite(value)) return special(value);
  const magnitude = Math.abs(value);
  const [exact, floor] = magnitude.toExponential(ALL_DIGITS).split("e");
  const kept = exact.slice(0, digits > 0 ? 2 + digits : 1);
  const down = HALFWAY.test(exact.slice(2 + digits)) && EVEN.test(kept);
  const [mantissa, exponent] = down ? [kept, floor] : magnitude.toExponential(digits).split("e");
  const power = Number(exponent);
  return signed(value, `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`);
}

/** `%.{digits}g` of C, for up to 17 digits: what Lua prints a number as with 14. */
export function general(value: number, digits: number): string {
  if (!Number.isFinite(value)) return special(value);
  const [mantissa, exponent] = scientific(value, digits - 1).split("e");
  const power = Number(exponent);
  if (power < -4 || power >= digits) return `${withoutZeros(mantissa)}e${exponent}`;
  return withoutZeros(fixed(value, digits - 1 - power));
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function signed(value: number, magnitude: string): string {
  return value < 0 || Object.is(value, -0) ? `-${magnitude}` : magnitude;
}

function special(value: number): string {
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/** `%.{digits}e` of C: at least two digits of exponent. */
export function exponential(value: number, digits: number): string {
  if (!Number.isFinite(value)) return special(value);
  const [mantissa, exponent] = value.toExponential(digits).split("e");
  const power = Number(exponent);
  return `${signed(value, mantissa)}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** `%.{digits}f` of C. */
export function fixed(value: number, digits: number): string {
  return Number.isFinite(value) ? signed(value, value.toFixed(digits)) : special(value);
}

/** `%g` of C for powers of ten and other plain numbers: six digits, shortest form. */
export function general(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? "0" : special(value);
  const exponent = Number(value.toExponential(5).split("e")[1]);
  if (exponent < -4 || exponent >= 6) {
    const [mantissa] = value.toExponential(5).split("e");
    const power = `${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
    return `${Number(mantissa)}e${power}`;
  }
  return String(Number(value.toPrecision(6)));
}

function signed(value: number, text: string): string {
  return Object.is(value, -0) || (value < 0 && !text.startsWith("-")) ? `-${text.replace(/^-/, "")}` : text;
}

function special(value: number): string {
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

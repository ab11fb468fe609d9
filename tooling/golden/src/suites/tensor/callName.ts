import { isJsonObject } from "../../fixtures/decode.ts";

/** What a call is named in the report: `narrow(1,2,2) on [3, 3]`; inputs with inf or nan are `[4] not finite`. */
export function callName(json: unknown, position: number): string {
  if (!isJsonObject(json) || typeof json.op !== "string") return `#${position + 1}`;
  const args =
    Array.isArray(json.args) && json.call !== "expression" ? `(${json.args.map(argumentName).join(",")})` : "";
  const sizes = Array.isArray(json.inputs) ? json.inputs.map(sizeName) : [];
  return `${json.op}${args}${sizes.length === 0 ? "" : ` on ${sizes.join(" ")}`}`;
}

function argumentName(argument: unknown): string {
  return isJsonObject(argument) && typeof argument.$input === "number"
    ? `input ${argument.$input}`
    : JSON.stringify(argument);
}

function sizeName(input: unknown): string {
  if (!isJsonObject(input) || !Array.isArray(input.size) || !Array.isArray(input.data)) return JSON.stringify(input);
  const finite = input.data.every((element) => typeof element === "number");
  return `[${input.size.join(", ")}]${finite ? "" : " not finite"}`;
}

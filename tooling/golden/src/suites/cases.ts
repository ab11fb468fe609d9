import { isJsonObject, jsonList } from "../fixtures/decode.ts";
import { Fields } from "../fixtures/Fields.ts";
import { attempt } from "../run/attempt.ts";
import type { CaseResult } from "../run/CaseResult.ts";

/** Where cases are: the class that they count under, their file, and the field of the file that lists them. */
export interface CaseList {
  readonly class: string;
  readonly file: string;
  /** As messages show it; the file alone when it is the usual list. */
  readonly where?: string;
  /** What the names of the cases begin with; nothing by default. */
  readonly prefix?: string;
}

/**
 * Replays the cases of a list one by one, each with its own result.
 *
 * @param json the list
 * @param replay gives what is wrong with a case; fields that it does not read are reported
 * @param nameOf a name for a case without one
 * @throws FixtureError when the JSON is no list
 */
export function replayCases(
  json: unknown,
  list: CaseList,
  replay: (fields: Fields) => readonly string[],
  nameOf: (json: unknown, position: number) => string = (_, position) => `#${position + 1}`,
): CaseResult[] {
  const place = list.where ?? list.file;
  return jsonList(json, place).map((part, i) => {
    const given = isJsonObject(part) && typeof part.name === "string" ? part.name : nameOf(part, i);
    const name = `${list.prefix ?? ""}${given}`;
    return attempt({ class: list.class, name, file: list.file }, () => {
      const fields = new Fields(part, `${place}, case "${name}"`);
      fields.check();
      const problems = replay(fields);
      return { problems, unknownFields: fields.unread() };
    });
  });
}

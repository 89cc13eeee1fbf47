/** The suffix of a hidden field that holds JSON, as a grid of lines or a list of files does. */
export const jsonSuffix = "@json";

/**
 * The fields of a form as plain JSON: a blank field is left out, a name ending in [] is a list,
 * a name ending in @json is parsed.
 */
export function readFields(data: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    const texts = data
      .getAll(name)
      .filter((value): value is string => typeof value === "string" && value !== "");
    const [first] = texts;
    if (name.endsWith("[]")) input[name.slice(0, -2)] = texts;
    else if (first === undefined) continue;
    else if (name.endsWith(jsonSuffix)) input[name.slice(0, -jsonSuffix.length)] = JSON.parse(first);
    else input[name] = first;
  }
  return input;
}

/** The closed list of expected refusals; anything else that is thrown is a bug. */
export type RefusalCode = "INVALID" | "NOT_FOUND" | "FORBIDDEN" | "CONFLICT" | "POLICY";

/** A form field a refusal is about, with the sentence to show beside it. */
export interface RefusedField {
  readonly path: string;
  readonly message: string;
}

/** An expected no: a Chinese sentence ready for the screen and the fields it is about. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: readonly RefusedField[];

  constructor(code: RefusalCode, message: string, fields: readonly RefusedField[] = []) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.fields = fields;
  }
}

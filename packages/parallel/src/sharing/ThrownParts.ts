/** What was thrown, in a form that can be sent: the parts of an error, or the value itself. */
export type ThrownParts =
  | { readonly kind: "error"; readonly name: string; readonly message: string; readonly stack: string | undefined }
  | { readonly kind: "value"; readonly value: unknown };

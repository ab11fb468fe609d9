import { BlasError } from "./BlasError.ts";

/** A library that was asked for by its path can not be used: whoever named it wants to know, also where none is needed. */
export class NamedLibraryError extends BlasError {
  override name = "NamedLibraryError";
}

export { CheckError } from "./CheckError.ts";
export { checkCriterion } from "./checkCriterion.ts";
export { checkModule, type ModuleCheckOptions } from "./checkModule.ts";
export {
  DEFAULT_EPSILON,
  inputJacobian,
  type Jacobian,
  type JacobianOptions,
  jacobianError,
  numericJacobian,
  parameterJacobian,
  testJacobian,
  testJacobianParameters,
} from "./jacobian.ts";
export type { CheckReport } from "./runChecks.ts";
export type { CheckOptions } from "./settings.ts";

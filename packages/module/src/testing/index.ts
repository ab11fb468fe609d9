export { checkModule, type ModuleCheckOptions, type ModuleCheckReport } from "./checkModule.ts";
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
export { ModuleCheckError } from "./ModuleCheckError.ts";

export { AverageMeter } from "./AverageMeter.ts";
export { TimeMeter, type TimeMeterOptions } from "./TimeMeter.ts";

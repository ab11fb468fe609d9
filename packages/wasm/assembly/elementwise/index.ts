import { expLanes } from "./exp";
import { logLanes } from "./log";
export function map_exp_f32(count: i32, x: usize, y: usize): void {
  for (let i = 0; i < count; i += 4) v128.store(y + (i << 2), expLanes<f32>(v128.load(x + (i << 2))));
}
export function map_exp_f64(count: i32, x: usize, y: usize): void {
  for (let i = 0; i < count; i += 2) v128.store(y + (i << 3), expLanes<f64>(v128.load(x + (i << 3))));
}
export function map_log_f32(count: i32, x: usize, y: usize): void {
  for (let i = 0; i < count; i += 4) v128.store(y + (i << 2), logLanes<f32>(v128.load(x + (i << 2))));
}
export function map_log_f64(count: i32, x: usize, y: usize): void {
  for (let i = 0; i < count; i += 2) v128.store(y + (i << 3), logLanes<f64>(v128.load(x + (i << 3))));
}

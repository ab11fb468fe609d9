export function rows_nothing(at: usize): void { store<i32>(at, 0); }

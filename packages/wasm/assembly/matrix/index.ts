export function matrix_nothing(at: usize): void { store<i32>(at, 0); }

/** The environment variable that tells a process of Rushlight how many threads to start. */
export const THREADS = "RUSHLIGHT_BENCH_THREADS";

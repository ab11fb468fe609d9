/** The environment variable that tells a process of Rushlight how many threads to start. */
export const THREADS = "RUSHLIGHT_BENCH_THREADS";
/** The one that tells it how many workers share each batch. */
export const WORKERS = "RUSHLIGHT_BENCH_WORKERS";

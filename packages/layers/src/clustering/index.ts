export { Kmeans, type KmeansOptions } from "./Kmeans.ts";

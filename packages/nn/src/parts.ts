// What modules are made of inside, for those who put them together again in another thread.

export * from "@rushlight/containers/parts";
export * from "@rushlight/layers/parts";
export * from "@rushlight/lookup-table/parts";

// A CommonJS file that requires every package, and gets the classes that an ES module gets.
const assert = require("node:assert/strict");
const { dependencies } = require("./package.json");

async function main() {
  for (const name of Object.keys(dependencies)) assert.equal(require(name), await import(name), name);

  const { Linear } = require("@rushlight/nn");
  const { Tensor, ones } = require("@rushlight/tensor");
  const output = new Linear(2, 3).forward(ones(5, 2));
  assert.ok(output instanceof Tensor);
  assert.deepEqual(output.size(), [5, 3]);
  console.log(`required ${Object.keys(dependencies).join(", ")}`);
}

main();

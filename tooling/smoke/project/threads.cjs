const assert = require("node:assert/strict");
require("@rushlight/nn");
const { startThreads } = require("@rushlight/parallel");
const { mm, ones } = require("@rushlight/tensor");

startThreads({ threads: 2 }).then((threads) => {
  assert.equal(threads.threads, 2);
  assert.equal(mm(ones(200, 300), ones(300, 200)).sum(), 12_000_000);
  return threads.close();
});

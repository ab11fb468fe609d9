import { Dropout, Linear, SpatialConvolution, Tanh } from "@rushlight/layers";
import { type Activation, Module, type Table } from "@rushlight/module";
import {
  ArgumentError,
  IndexError,
  manualSeed,
  ones,
  randn,
  range,
  ShapeError,
  type Tensor,
  tensor,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  ConcatTable,
  DepthConcat,
  Identity,
  MapTable,
  Parallel,
  ParallelTable,
  SelectTable,
  sequential,
  WeightNorm,
} from "../src/index.ts";

/** Counts how often its input gradient is asked for. */
class Counting extends Module {
  asked = 0;
  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input);
  }
  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    this.asked += 1;
    return this.gradInput.resizeAs(gradOutput).copy(gradOutput);
  }
}

test("ConcatTable adds up the input gradients of its modules, nested as the input", () => {
  const net = new ConcatTable<Table>().add(new SelectTable(1)).add(new Identity());
  const table = [ones(2), [ones(1), ones(3)]];
  net.forward(table);
  const gradInput = net.backward(table, [
    [tensor([5]), tensor([1, 2, 3])],
    [tensor([7, 8]), [tensor([10]), tensor([10, 20, 30])]],
  ]);
  expect(arrays(gradInput)).toEqual([
    [7, 8],
    [[15], [11, 22, 33]],
  ]);
});

test("modules that need no input gradient do no work for one, in every container", () => {
  const [a, b] = [new Counting(), new Counting()];
  a.needsGradInput = false;
  const side = new ConcatTable().add(a).add(b);
  side.forward(ones(2));
  expect(side.backward(ones(2), [ones(2), ones(2)]).toArray()).toEqual([1, 1]);
  expect([a.asked, b.asked]).toEqual([0, 1]);
  side.needsGradInput = false;
  expect(side.backward(ones(2), [ones(2), ones(2)]).nElement()).toBe(0);
  expect(b.asked).toBe(1);
  const slices = new Parallel(0, 0).add(a).add(b);
  slices.forward(ones(2, 3));
  expect(slices.backward(ones(2, 3), ones(6)).toArray()).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
  slices.needsGradInput = false;
  expect(slices.backward(ones(2, 3), ones(6)).nElement()).toBe(0);
  expect([a.asked, b.asked]).toEqual([0, 2]);
});

test("tables that do not go with the modules are refused", () => {
  const net = new ParallelTable().add(new Tanh()).add(new Tanh());
  const wrong: Table = [ones(1)];
  expect(() => net.forward(wrong as readonly [Tensor, Tensor])).toThrow(
    "ParallelTable: expected an input that is a table of 2 members, got a table {[1]}",
  );
  net.forward([ones(1), ones(1)]);
  expect(() => net.backward([ones(1), ones(1)], wrong as readonly [Tensor, Tensor])).toThrow(
    "ParallelTable: expected a gradOutput that is a table of 2 members, got a table {[1]}",
  );
  expect(() => new ConcatTable().forward(ones(2))).toThrow("ConcatTable: expected at least one module, got none");
});

test("Parallel gives each module its slice and takes no more slices than it has modules", () => {
  const net = new Parallel(-2, 0).add(new Identity()).add(new Tanh());
  expect(net.forward(tensor([[1, 2]])).toArray()).toEqual([1, 2]);
  expect(net.forward(ones(2, 3)).size()).toEqual([6]);
  expect(() => net.forward(ones(3, 2))).toThrow(
    "Parallel: expected an input of at least 2 dimensions with at most 2 slices along dimension 0, one for each module, got [3, 2]",
  );
  expect(() => net.forward(ones(2))).toThrow(IndexError);
  expect(() => new Parallel(0.5, 0)).toThrow("Parallel: expected a whole inputDimension, got 0.5");
  expect(() => new Parallel(0, Number.NaN)).toThrow(ArgumentError);
});

test("DepthConcat puts smaller outputs in the middle, with zeros around", () => {
  const net = new DepthConcat(0).add(new Identity()).add(new Center());
  const x = range(1, 16).view(1, 4, 4);
  expect(net.forward(x).select(0, 1).toArray()).toEqual([
    [0, 0, 0, 0],
    [0, 6, 7, 0],
    [0, 10, 11, 0],
    [0, 0, 0, 0],
  ]);
  expect(
    net
      .backward(x, ones(2, 4, 4))
      .select(0, 0)
      .toArray(),
  ).toEqual([
    [1, 1, 1, 1],
    [1, 2, 2, 1],
    [1, 2, 2, 1],
    [1, 1, 1, 1],
  ]);
  expect(() => new DepthConcat(0).add(new Identity()).add(new First()).forward(x)).toThrow(
    "DepthConcat: expected outputs that have as many dimensions, got [1, 4, 4] and [4, 4]",
  );
});

/** The middle of an image. */
class Center extends Module {
  override updateOutput(input: Tensor): Tensor {
    this.output = input.narrow(1, 1, 2).narrow(2, 1, 2);
    return this.output;
  }
  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.gradInput.resizeAs(input).zero().narrow(1, 1, 2).narrow(2, 1, 2).copy(gradOutput);
    return this.gradInput;
  }
}

/** The first of its slices. */
class First extends Module {
  override updateOutput(input: Tensor): Tensor {
    this.output = input.select(0, 0);
    return this.output;
  }
  override updateGradInput(_input: Activation, gradOutput: Tensor): Tensor {
    return gradOutput;
  }
}

test("DepthConcat passes the scale of backward on", () => {
  const convolution = new SpatialConvolution(1, 1, 1, 1);
  const net = new DepthConcat(0).add(convolution);
  net.forward(ones(1, 2, 2));
  net.zeroGradParameters();
  net.backward(ones(1, 2, 2), ones(1, 2, 2), 0.5);
  expect(convolution.gradWeight.toArray().flat(3)).toEqual([2]);
});

test("MapTable has the parameters of its module once, and its copies move with them", () => {
  manualSeed(1);
  const linear = new Linear(3, 2);
  const net = new MapTable(linear);
  net.forward([ones(3), ones(3), ones(3)]);
  expect(net.size()).toBe(3);
  expect(net.parameters()[0].length).toBe(2);
  const [parameters, gradients] = net.getParameters();
  parameters.fill(1);
  expect(net.forward([ones(3), ones(2, 3)] as const)[1].toArray()).toEqual([
    [4, 4],
    [4, 4],
  ]);
  net.zeroGradParameters();
  net.forward([ones(3), ones(3)]);
  net.backward([ones(3), ones(3)], [ones(2), ones(2)]);
  expect(gradients.toArray()).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
  net.updateParameters(0.5);
  expect(net.forward([ones(3), ones(3)] as const)[1].toArray()).toEqual([0, 0]);
});

test("MapTable shares all parameters of its module, whatever their names", () => {
  const net = new MapTable(new WeightNorm(new Linear(3, 2)));
  net.forward([ones(3), ones(3)]);
  net.parameters()[0][1].fill(0);
  const [first, second] = net.forward([ones(3), ones(3)] as const);
  expect(second.toArray()).toEqual(first.toArray());
});

test("the copies of MapTable stay of one kind through type, clone, reset and replace", () => {
  const net = new MapTable(sequential(new Linear(3, 2), new Tanh()));
  const table = [randn(3), randn(3)] as const;
  net.forward(table);
  const twin = net.clone();
  twin.parameters()[0][0].fill(0);
  const [a, b] = twin.forward(table);
  expect(a.toArray()).toEqual(b.toArray());
  expect(net.parameters()[0][0].abs().sum()).toBeGreaterThan(0);
  manualSeed(3);
  net.reset();
  manualSeed(3);
  expect(net.parameters()[0][0].toArray()).toEqual(new Linear(3, 2).weight.toArray());
  net.double();
  net.parameters()[0][0].fill(0);
  const wide = table.map((x) => x.to("float64"));
  const [c, d] = net.forward(wide);
  expect(c.toArray()).toEqual(d.toArray());
  net.replace((module) => (module instanceof Tanh ? new Identity() : module));
  net.forward(wide);
  expect(net.findModules(Tanh)[0]).toEqual([]);
  expect(net.findModules(Identity)[0].length).toBe(2);
});

test("MapTable can keep parameters of their own for each member, also when its state is cleared", () => {
  const net = new MapTable(new Linear(2, 1), { shared: false });
  net.forward([ones(2), ones(2)]);
  expect(net.parameters()[0].length).toBe(4);
  net.parameters()[0][2].fill(7);
  net.clearState();
  expect(net.size()).toBe(2);
  expect(net.parameters()[0][2].toArray()).toEqual([[7, 7]]);
  const first = new MapTable(new Linear(2, 1)).resize(3);
  expect(first.clearState().size()).toBe(1);
});

test("MapTable shares with another MapTable, however many copies either has", () => {
  const [net, twin] = [new MapTable(new Linear(2, 1)).resize(3), new MapTable(new Linear(2, 1))];
  twin.share(net, "weight", "bias", "gradWeight", "gradBias");
  twin.parameters()[0][0].fill(5);
  expect(net.parameters()[0][0].toArray()).toEqual([[5, 5]]);
});

test("MapTable switches all copies between training and evaluation", () => {
  const net = new MapTable(new Dropout(0.5)).resize(2);
  net.evaluate();
  const [, second] = net.forward([ones(4), ones(4)] as const);
  expect(second.toArray()).toEqual([1, 1, 1, 1]);
});

test("MapTable has one module, and says so", () => {
  const net = new MapTable();
  expect(String(net)).toBe("nn.MapTable { }");
  expect(() => net.forward([ones(1)])).toThrow("MapTable: expected a module, got none");
  expect(() => net.add(new Tanh()).add(new Linear(2, 3))).toThrow(
    "MapTable: expected one module, got Linear(2 → 3) as a second",
  );
  expect(() => net.resize(0)).toThrow(ArgumentError);
  expect(String(new MapTable(sequential(new Tanh())))).toBe(
    [
      "nn.MapTable {",
      "  nn.Sequential {",
      "          [input -> (0) -> output]",
      "          (0): nn.Tanh",
      "        }",
      "}",
    ].join("\n"),
  );
});

test("containers of tables print as Torch prints them", () => {
  expect(String(new ConcatTable().add(new Tanh()).add(new Identity()))).toBe(
    [
      "nn.ConcatTable {",
      "  input",
      "    |`-> (0): nn.Tanh",
      "     `-> (1): nn.Identity",
      "     ... -> output",
      "}",
    ].join("\n"),
  );
  expect(String(new Parallel(0, 0).add(new Tanh()))).toBe(
    ["nn.Parallel {", "  input", "     `-> (0): nn.Tanh", "     ... -> output", "}"].join("\n"),
  );
});

test("an error names the branch that it came from", () => {
  const net = new ConcatTable().add(new Tanh()).add(new Linear(2, 3));
  expect(() => net.forward(ones(4))).toThrow("(at ConcatTable › 1 › Linear(2 → 3))");
  expect(() => net.forward(ones(4))).toThrow(ShapeError);
});

test("clearState lets go of what belongs to others without emptying it", () => {
  const table = [ones(2), ones(3)] as const;
  const net = new ParallelTable().add(new Identity()).add(new Tanh());
  net.forward(table);
  net.backward(table, table);
  expect(net.clearState()).toBe(net);
  expect(net.output).toEqual([]);
  expect([table[0].toArray(), table[1].toArray()]).toEqual([
    [1, 1],
    [1, 1, 1],
  ]);
});

function arrays(activation: Activation): unknown {
  return Array.isArray(activation) ? activation.map(arrays) : (activation as Tensor).toArray();
}

import { createHash } from "node:crypto";
import { Breather } from "@rushlight/command-line";
import { loadMnist } from "@rushlight/data/node";
import { saveTensor } from "@rushlight/optim";
import { defaultGenerator, manualSeed, storageAllocations } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import type { TrainingSettings } from "../../src/checkpoint/TrainingSettings.ts";
import { digitDataset } from "../../src/digits/digits.ts";
import { buildNetwork } from "../../src/networks/buildNetwork.ts";
import { type ModelName, models } from "../../src/networks/models.ts";
import { OPTIMIZERS, optimizers } from "../../src/optimizing/optimizers.ts";
import { SCHEDULES } from "../../src/optimizing/schedules.ts";
import { LocalLearner } from "../../src/training/LocalLearner.ts";
import type { Trainer, TrainingObserver } from "../../src/training/Trainer.ts";
import type { TrainerState } from "../../src/training/TrainerState.ts";
import { trainingOf } from "../../src/training/trainingOf.ts";
import { smallDigits } from "../support/smallDigits.ts";

const silent: TrainingObserver = { batch: () => {}, epoch: () => {}, save: () => {} };
const usual: TrainingSettings = {
  network: { model: "mlp", hidden: [20], activation: "relu" },
  epochs: 3,
  batchSize: 48,
  optimizer: "sgd",
  rate: 0.05,
  momentum: 0.9,
  weightDecay: 0,
  schedule: "cosine",
  warmUp: 0,
  validation: 40,
  patience: null,
  augment: false,
  sliced: false,
  seed: 1,
};

interface Begun {
  readonly trainer: Trainer;
  readonly learner: LocalLearner;
}

/** A training on 240 easy digits: 200 to learn from in batches of 48, the last one of 8, and 40 to judge by. */
function begin(
  settings: Partial<TrainingSettings> = {},
  observer: Partial<TrainingObserver> = {},
  signal: AbortSignal = new AbortController().signal,
): Begun {
  const all = { ...usual, ...settings };
  const digits = loadMnist({ folder: smallDigits({ train: 240 }) });
  manualSeed(all.seed);
  const network = buildNetwork(all.network);
  const learner = new LocalLearner(network);
  const trainer = trainingOf(all, {
    ...{ network, learner, digits: digitDataset(digits.train, models[all.network.model].input) },
    ...{ saveEvery: 1, signal, breather: new Breather(), observer: { ...silent, ...observer } },
  });
  return { trainer, learner };
}

/** What a training comes to: parameters, losses and the random numbers to come. */
function result({ trainer, learner }: Begun): unknown {
  const { history, progress, bestEpoch } = trainer;
  const { seconds: _, ...counted } = progress;
  const next = defaultGenerator().getState().twister.used;
  const parameters = createHash("sha256").update(saveTensor(learner.parameters).data).digest("hex");
  return { parameters, history: history.state(), counted, bestEpoch, next };
}

describe("Trainer", () => {
  it("tells the losses of all batches and epochs, weighed by the sizes of the batches", async () => {
    const sums: number[] = [];
    const losses: number[] = [];
    const { trainer } = begin(
      {},
      {
        batch: (epoch, images, loss) => {
          sums[epoch] = images * loss;
          losses[epoch] = loss;
        },
        epoch: (epoch, trainingLoss) => expect(trainingLoss).toBe(losses[epoch]),
      },
    );
    await trainer.run();
    expect([trainer.progress.epochs, trainer.progress.images]).toEqual([3, 600]);
    expect(trainer.history.training).toHaveLength(15);
    const epoch = trainer.history.training.slice(0, 5).map(({ loss }, batch) => loss * (batch < 4 ? 48 : 8));
    expect(epoch.reduce((sum, part) => sum + part, 0)).toBeCloseTo(sums[1], 8);
    expect(losses[3]).toBeLessThan(losses[1]);
    expect(trainer.history.validation.map((point) => point.epoch)).toEqual([1, 2, 3]);
  });

  it.each<ModelName>(["logistic", "mlp", "cnn"])(
    "allocates no storage after the first epoch with %s",
    async (model) => {
      const allocations: number[] = [];
      const network = { ...usual.network, model };
      const { trainer } = begin({ network, rate: 0.01 }, { epoch: () => void allocations.push(storageAllocations()) });
      await trainer.run();
      expect(allocations[2]).toBe(allocations[1]);
    },
  );

  it("stops after the batch during which it is told to", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const { trainer } = begin(
      {},
      {
        batch: (epoch, images) => {
          seen.push(images);
          if (epoch === 2 && images === 96) controller.abort();
        },
      },
      controller.signal,
    );
    await trainer.run();
    expect(seen.at(-1)).toBe(96);
    expect(trainer.progress).toMatchObject({ epochs: 1, batches: 2, images: 296 });
  });

  it("keeps the network of the epoch with the lowest validation loss", async () => {
    const states: TrainerState[] = [];
    const begun = begin({ rate: 0.3, momentum: 0.9, epochs: 6 }, { save: (state) => states.push(state()) });
    await begun.trainer.run();
    const losses = begun.trainer.history.validation.map(({ loss }) => loss);
    const best = losses.indexOf(Math.min(...losses));
    expect(begun.trainer.bestEpoch).toMatchObject({ epoch: best + 1, loss: losses[best] });
    const atBest = states.find(({ progress }) => progress.epochs === best + 1 && progress.batches === 0);
    begun.trainer.takeBest();
    expect(begun.trainer.state().parameters).toEqual(atBest?.parameters);
  });

  it("stops early when the validation loss has not fallen for as many epochs as its patience", async () => {
    // At a rate of next to nothing the loss stays where it is, up to rounding.
    const { trainer } = begin({ rate: 1e-30, schedule: "constant", epochs: 50, patience: 2 });
    await trainer.run();
    expect(trainer.progress).toMatchObject({ epochs: 3, waited: 2 });
    expect([trainer.stoppedEarly, trainer.finished]).toEqual([true, true]);
  });

  it("lowers the rate of a plateau when the validation loss does not fall", async () => {
    const states: TrainerState[] = [];
    const { trainer } = begin(
      { rate: 1e-30, schedule: "plateau", epochs: 3 },
      { save: (state) => states.push(state()) },
    );
    await trainer.run();
    expect(states.at(-1)?.plateau?.value).toBeLessThan(1e-30);
  });

  it("goes without validation", async () => {
    const { trainer } = begin({ validation: 0 });
    await trainer.run();
    expect([trainer.progress.images, trainer.bestEpoch, trainer.history.validation]).toEqual([720, undefined, []]);
  });
});

describe("a training", () => {
  const [small, large] = [["cmaes"], OPTIMIZERS.filter((name) => name !== "cmaes")];

  it.each([...large])("learns with %s", async (optimizer) => {
    const { rate = 0.05, momentum = 0.9 } = optimizers[optimizer];
    const network = { ...usual.network, model: "logistic" as const };
    const { trainer } = begin({ network, optimizer, rate, momentum, schedule: "constant", epochs: 6 });
    await trainer.run();
    const { training } = trainer.history;
    expect(training[training.length - 1].loss).toBeLessThan(0.9 * training[0].loss);
  });

  it.each(small)("learns with %s, which takes small networks alone", async (optimizer) => {
    const network = { ...usual.network, hidden: [1] };
    const { trainer } = begin({ network, optimizer, rate: 0.1, schedule: "constant", epochs: 2 });
    await trainer.run();
    expect(trainer.history.training[9].loss).toBeLessThan(trainer.history.training[0].loss);
  });

  it.each(SCHEDULES)("learns on a %s schedule, with warm-up", async (schedule) => {
    const { trainer } = begin({ schedule, warmUp: 3 });
    await trainer.run();
    expect(trainer.history.validation[2].accuracy).toBeGreaterThan(80);
  });
});

describe("a training that is resumed", () => {
  const kinds: readonly [string, Partial<TrainingSettings>][] = [
    ["sgd with momentum", {}],
    ["adam on a plateau", { optimizer: "adam", rate: 0.01, schedule: "plateau" }],
    ["rmsprop with warm-up", { optimizer: "rmsprop", rate: 0.001, schedule: "onecycle", warmUp: 4 }],
    ["lbfgs", { optimizer: "lbfgs", rate: 1, schedule: "constant" }],
    ["distorted digits", { augment: true }],
    ["a cnn with early stopping", { network: { model: "cnn", hidden: [10], activation: "tanh" }, patience: 1 }],
    ["nothing held back", { validation: 0 }],
  ];

  it.each(kinds)("comes to the same, to the last bit, from every batch: %s", async (_, settings) => {
    const states: string[] = [];
    const unbroken = begin(settings, { save: (state) => states.push(JSON.stringify(state())) });
    await unbroken.trainer.run();
    const expected = result(unbroken);
    expect(states.length).toBeGreaterThan(6);
    for (const saved of [states[0], states[1], states[3], states[5], states.at(-1) ?? ""]) {
      const resumed = begin(settings);
      resumed.trainer.load(JSON.parse(saved) as TrainerState);
      await resumed.trainer.run();
      expect(result(resumed)).toEqual(expected);
    }
  });
});

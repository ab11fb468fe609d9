import type { Module } from "@rushlight/nn";
import { type Tensor, tensor } from "@rushlight/tensor";
import type { Spirals } from "./spirals.ts";

/** The squares that the map is made of, along one side. */
const SIDE = 65;
const colours = ["#e8a06a", "#7aa6c2"] as const;

/** Draws which class a network sees where, between −1 and 1, and the points that it learnt from. */
export function drawDecisionMap(canvas: HTMLCanvasElement, network: Module<Tensor, Tensor>, spirals: Spirals): void {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("expected a canvas that can be drawn on");
  const step = canvas.width / SIDE;
  const centre = (square: number): number => (2 * (square + 0.5)) / SIDE - 1;
  const squares = Array.from({ length: SIDE * SIDE }, (_, i) => [centre(i % SIDE), centre(Math.floor(i / SIDE))]);
  const probabilities = network.forward(tensor(squares)).clone().exp();
  for (let i = 0; i < SIDE; i++) {
    for (let j = 0; j < SIDE; j++) {
      const first = probabilities.get(i * SIDE + j, 0);
      context.globalAlpha = 0.15 + Math.abs(first - 0.5);
      context.fillStyle = colours[first > 0.5 ? 0 : 1];
      context.fillRect(j * step, i * step, step, step);
    }
  }
  context.globalAlpha = 1;
  const at = (value: number): number => ((value + 1) / 2) * canvas.width;
  for (let i = 0; i < spirals.points.size(0); i++) {
    context.beginPath();
    context.arc(at(spirals.points.get(i, 0)), at(spirals.points.get(i, 1)), 3, 0, 2 * Math.PI);
    context.fillStyle = spirals.classes.get(i) === 0 ? "#a3430f" : "#1d5f88";
    context.fill();
  }
}

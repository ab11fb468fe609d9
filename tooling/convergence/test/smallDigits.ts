import type { LabelledImages } from "@rushlight/data/node";
import { Generator, tensor, zeros } from "@rushlight/tensor";

/** Images of the digits 0 to 9 in turn: noise, brighter above for a 3 and below for an 8. */
export function smallDigits(count = 40): LabelledImages {
  const generator = new Generator(5);
  const images = zeros([count, 28, 28], { dtype: "uint8" });
  const labels = Array.from({ length: count }, (_, i) => i % 10);
  for (const [i, label] of labels.entries()) {
    const image = images.select(0, i);
    image.random(0, 99, { generator });
    if (label === 3) image.narrow(0, 4, 6).add(150);
    if (label === 8) image.narrow(0, 18, 6).add(150);
  }
  return { images, labels: tensor(labels, { dtype: "int32" }) };
}

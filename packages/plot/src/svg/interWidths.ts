/** Widths of the characters from space to tilde in Inter, in thousandths of the size of the font. */
const REGULAR: readonly number[] = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
  566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
  753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
  583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
  333, 426, 662,
];

/** The same in its semi-bold cut, weight 600. */
const SEMIBOLD: readonly number[] = [
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623, 636, 666, 612, 640,
  576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277, 580, 703, 565, 922,
  759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624,
  591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455,
  359, 455, 673,
];

/** What is taken for characters beyond: about the mean of capitals. */
const OTHER = 662;

/** How much wider than Inter the font may be that a reader has in its stead; bold fonts differ more. */
const FALLBACK = { regular: 1.15, bold: 1.25 };

/**
 * The room that a chart leaves for a line of text, in the unit of the size: enough for fonts that are wider than Inter. Charts
 * are laid out by this on every machine, whichever fonts it has.
 */
export function textRoom(text: string, size: number, bold: boolean): number {
  return FALLBACK[bold ? "bold" : "regular"] * interWidth(text, size, bold);
}

/** How wide a line of text in Inter is, without kerning, in the unit of the size. */
export function interWidth(text: string, size: number, bold: boolean): number {
  const widths = bold ? SEMIBOLD : REGULAR;
  let width = 0;
  for (const character of text) width += widths[(character.codePointAt(0) ?? 0) - 32] ?? OTHER;
  return (width * size) / 1000;
}

import sharp from 'sharp';

/** A drawing somebody might have made, stroke by stroke, by a script: nobody’s hand. */
type Point = readonly [x: number, y: number];
type Stroke = { through: readonly Point[]; thick?: number };

const size = { width: 800, height: 560 };
const paper = [251, 248, 240] as const;
const pencil = [61, 65, 70] as const;

/** @example round([688, 352], 80) */
function round([x, y]: Point, wide: number, tall = wide, turn = 1): Point[] {
  return Array.from({ length: 41 }, (_, n): Point => {
    const angle = (n / 40) * 2 * Math.PI * turn;
    return [x + wide * Math.cos(angle), y - tall * Math.sin(angle)];
  });
}

const cylinder = (n: number): Stroke[] => {
  const x = 150 + n * 76;
  const lid: Point = [x + 27, 174];
  return [
    {
      through: [
        [x, 330],
        [x - 2, 250],
        [x, 174],
      ],
    },
    {
      through: [
        [x + 54, 174],
        [x + 56, 250],
        [x + 53, 330],
      ],
    },
    { through: round(lid, 27, 9) },
    {
      through: [
        [x + 12, 166],
        [x + 14, 142],
        [x + 41, 141],
        [x + 42, 166],
      ],
    },
    {
      through: [
        [x + 28, 140],
        [x + 27, 118],
        [x + 31, 98],
      ],
    },
    ...[215, 250, 288].map(
      (y): Stroke => ({
        through: [
          [x + 9, y],
          [x + 27, y + 4],
          [x + 46, y - 1],
        ],
        thick: 1,
      }),
    ),
  ];
};

const strokes: Stroke[] = [
  ...Array.from({ length: 6 }, (_, n) => cylinder(n)).flat(),
  {
    through: [
      [160, 98],
      [380, 92],
      [610, 99],
      [634, 120],
    ],
  },
  {
    through: [
      [128, 332],
      [380, 328],
      [628, 333],
      [640, 424],
      [380, 430],
      [118, 424],
      [128, 332],
    ],
  },
  {
    through: [
      [108, 440],
      [380, 445],
      [668, 438],
    ],
  },
  ...[80, 62, 14].map((wide): Stroke => ({ through: round([700, 352], wide), thick: wide === 62 ? 1 : 2 })),
  ...[0, 1, 2, 3, 4].map((n): Stroke => {
    const [x, y] = [Math.cos(n * 1.257 + 0.3), Math.sin(n * 1.257 + 0.3)];
    return {
      through: [
        [700 + 14 * x, 352 + 14 * y],
        [700 + 62 * x, 352 + 62 * y],
      ],
    };
  }),
  { through: round([88, 350], 30, 52) },
  {
    through: [
      [92, 298],
      [96, 250],
      [148, 212],
    ],
  },
  { through: round([370, 512], 66, 34, 0.5) },
  {
    through: [
      [304, 512],
      [300, 526],
      [440, 526],
    ],
  },
  { through: round([448, 506], 28, 20) },
  {
    through: [
      [434, 490],
      [430, 512],
      [444, 502],
    ],
  },
  {
    through: [
      [456, 504],
      [462, 507],
      [468, 503],
    ],
  },
  { through: round([478, 506], 4) },
  {
    through: [
      [304, 514],
      [284, 508],
      [278, 492],
    ],
  },
  ...[0, 1, 2].map((n): Stroke => {
    const [x, y, w] = [492 + n * 20, 478 - n * 22, 9 + n * 3];
    return {
      through: [
        [x, y - w],
        [x + w, y - w],
        [x, y],
        [x + w, y],
      ],
      thick: 1,
    };
  }),
  {
    through: [
      [60, 534],
      [400, 538],
      [750, 533],
    ],
    thick: 1,
  },
];

/** Wilf’s drawing of the engine at the shed, and of Skip. */
export function drawnEngine(): Promise<Buffer> {
  const pixels = Buffer.alloc(size.width * size.height * 3, Buffer.from(paper));
  for (const { through, thick = 2 } of strokes)
    for (const [n, to] of through.slice(1).entries()) draw(pixels, [through[n] ?? to, to], thick);
  return sharp(pixels, { raw: { ...size, channels: 3 } })
    .blur(0.6)
    .png()
    .toBuffer();
}

function draw(pixels: Buffer, [from, to]: readonly [Point, Point], thick: number): void {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])) + 1;
  for (let n = 0; n <= steps; n += 1) {
    const x = Math.round(from[0] + ((to[0] - from[0]) * n) / steps);
    const y = Math.round(from[1] + ((to[1] - from[1]) * n) / steps);
    for (let row = y - thick + 1; row <= y + thick - 1; row += 1)
      for (let column = x - thick + 1; column <= x + thick - 1; column += 1)
        pixels.set(pencil, (row * size.width + column) * 3);
  }
}

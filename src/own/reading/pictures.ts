/**
 * Our picture bank: one plain drawing for each thing easy reading speaks of, as the `d` of a path on 48 by 48, drawn
 * with a round line and no fill. A council replaces any of them by its own (`own_picture`).
 */
export const drawings = {
  phone:
    'M16 4h16a3 3 0 0 1 3 3v34a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM13 11h22M13 36h22M22 40h4',
  letter: 'M5 11h38v26H5zM5 12l19 15 19-15M5 37l14-13M43 37 29 24',
  home: 'M5 24 24 7l19 17M10 20v22h28V20M20 42V29h8v13',
  day: 'M7 10h34v32H7zM7 19h34M15 5v9M33 5v9M14 26h4M22 26h4M30 26h4M14 34h4M22 34h4',
  person: 'M24 22a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9 43c0-10 6-16 15-16s15 6 15 16',
  family:
    'M14 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM34 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM24 31a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 40c0-11 4-18 10-18 3 0 5 1 7 3M44 40c0-11-4-18-10-18-3 0-5 1-7 3M16 44c0-6 3-9 8-9s8 3 8 9',
  group:
    'M24 20a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM9 24a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM39 24a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM13 41c0-10 4-16 11-16s11 6 11 16M3 39c0-7 2-11 6-11 2 0 3 1 4 2M45 39c0-7-2-11-6-11-2 0-3 1-4 2',
  money: 'M24 44a20 20 0 1 0 0-40 20 20 0 0 0 0 40zM30 17c-1-3-3-4-6-4-4 0-6 3-6 6v8c0 4-1 6-3 8h16M15 26h11',
  plan: 'M18 8h-7v36h26V8h-7M18 4h12v8H18zM17 21h2M23 21h9M17 28h2M23 28h9M17 35h2M23 35h9',
  tick: 'M6 26l12 12L42 11',
  pencil: 'M8 40l3-11L33 7l8 8-22 22zM28 12l8 8M11 29l8 8',
  eye: 'M3 24c6-9 13-13 21-13s15 4 21 13c-6 9-13 13-21 13S9 33 3 24zM24 31a7 7 0 1 0 0-14 7 7 0 0 0 0 14z',
  lock: 'M10 21h28v22H10zM16 21v-6a8 8 0 0 1 16 0v6M24 29v6',
  share:
    'M12 30a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM36 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM36 43a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM17 21l13-7M17 27l13 7',
  heart: 'M24 42C10 32 5 25 5 17a9 9 0 0 1 19-3 9 9 0 0 1 19 3c0 8-5 15-19 25z',
  walk: 'M27 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM25 15l-4 14 8 6 2 10M21 29l-3 8-7 6M25 15l-8 4-2 8M26 17l5 7 7 2',
  talk: 'M6 8h36v24H22l-9 9v-9H6zM14 17h20M14 24h13',
  help: 'M24 44a20 20 0 1 0 0-40 20 20 0 0 0 0 40zM24 32a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM10 10l8 8M38 10l-8 8M10 38l8-8M38 38l-8-8',
  food: 'M14 4v40M8 4v11a6 6 0 0 0 12 0V4M34 44V4c-6 3-8 10-8 20h8',
  sleep: 'M4 10v32M4 36h40v6M44 36v-6a6 6 0 0 0-6-6H4M9 24v-6h10v6M28 5h8l-8 9h8',
  medicine: 'M14 4h20v8H14zM12 12h24v32H12zM24 21v14M17 28h14',
  transport:
    'M6 8h36v28H6zM6 23h36M18 8v15M30 8v15M14 42a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM34 42a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  question: 'M24 44a20 20 0 1 0 0-40 20 20 0 0 0 0 40zM18 19a6 6 0 1 1 8 5.5c-2 1-2 2-2 5M24 35v.5',
  star: 'M24 4l6 13 14 2-10 10 2 15-12-7-12 7 2-15L4 19l14-2z',
} as const satisfies Record<string, string>;

export type PictureName = keyof typeof drawings;
export const pictureNames = Object.keys(drawings) as [PictureName, ...PictureName[]];

/** A council's own picture in the place of one of ours. */
export interface OwnPicture {
  /** Of its bytes; its address changes with it. */
  fingerprint: string;
  /** What it shows, when the council says so in its own words. */
  alt: string | null;
}

export type OwnPictures = Partial<Record<PictureName, OwnPicture>>;

/** @example addressOf('phone', 'a1b2c3') // '/own-pictures/phone?v=a1b2c3' */
export const addressOf = (name: PictureName, fingerprint: string): string =>
  `/own-pictures/${name}?v=${fingerprint}`;

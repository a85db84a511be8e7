import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { box, chunk, findIn, type Hostile, hostile, patched, script, zip } from './hostile.fixture.ts';
import { chance } from './hostile-others.fixture.ts';
import { picture } from './media.fixture.ts';

/** 54° 34' 27.12" N as a camera writes it: 54/1, 34/1, 2712/100. In the order of bytes of these cameras. */
const gps = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '54/1 34/1 2712/100',
  GPSLongitudeRef: 'W',
  GPSLongitude: '1/1 14/1 600/100',
};
const gpsBytes = Buffer.from('360000000100000022000000', 'hex');
const phone = 'A telephone of Mags’';

export async function hostilePictures(): Promise<Hostile[]> {
  return [
    ...(await telling()),
    ...(await twofold()),
    ...(await broken()),
    ...(await enormous()),
    ...others(),
  ];
}

/** Pictures that tell where, who and what was cut off. */
async function telling(): Promise<Hostile[]> {
  const given = await Promise.all(
    (['jpeg', 'png', 'webp'] as const).map(async (format) => {
      const tagged = await sharp(await picture(format))
        .withExif({ IFD0: { Model: phone, Copyright: '<?php system("id"); ?>' }, IFD3: gps })
        .toFormat(format)
        .toBuffer();
      return hostile(
        `${format} with a place and a program among its particulars`,
        tagged,
        gpsBytes,
        'telephone of',
        '<?php',
      );
    }),
  );
  const jpeg = await picture('jpeg');
  const earlier = await sharp(await picture('jpeg', 160, 120))
    .jpeg({ quality: 30 })
    .toBuffer();
  const profiled = await sharp(jpeg).withIccProfile('p3').jpeg().toBuffer();
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPSLatitude>54,34.45N</GPSLatitude></x:xmpmeta>`;
  return [
    ...given,
    hostile(
      'jpeg with XMP',
      withMarker(jpeg, 0xe1, `http://ns.adobe.com/xap/1.0/\0${packet}`),
      '54,34.45N',
      'xmpmeta',
    ),
    hostile(
      'jpeg with IPTC',
      withMarker(
        jpeg,
        0xed,
        'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1d\x1c\x02\x5a\0\x18Mill Lane, Saltbeck town',
      ),
      'Mill Lane',
      '8BIM',
    ),
    hostile('jpeg with a comment', withMarker(jpeg, 0xfe, `Taken at ${script}`), script),
    hostile(
      'jpeg with the whole of what was cut off',
      withMarker(jpeg, 0xe2, Buffer.concat([Buffer.from('MPF\0'), earlier])),
      earlier.subarray(20, 120),
      'MPF',
    ),
    hostile('jpeg with another picture after it', Buffer.concat([jpeg, earlier]), earlier.subarray(20, 120)),
    hostile('jpeg with a profile', profiled, 'ICC_PROFILE'),
    hostile(
      'png with words beside it',
      withChunks(
        await picture('png'),
        ['tEXt', 'Comment\0At 12 Mill Lane'],
        ['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${packet}`],
      ),
      'Mill Lane',
      'xmpmeta',
      'tEXt',
      'iTXt',
    ),
    hostile(
      'png with squeezed words',
      withChunks(await picture('png'), [
        'zTXt',
        Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('At 12 Mill Lane')]),
      ]),
      'zTXt',
      deflateSync('At 12 Mill Lane'),
    ),
    hostile(
      'png with the time it was made',
      withChunks(await picture('png'), ['tIME', Buffer.from('07ea0b15092000', 'hex')]),
      'tIME',
    ),
  ];
}

/** Pictures that are something else as well. */
async function twofold(): Promise<Hostile[]> {
  const gif = await picture('gif');
  const frames = Buffer.concat(
    Array.from({ length: 2_000 }, () => gif.subarray(findIn(gif, ','), gif.length - 1)),
  );
  const wide = patched(gif, 6, Buffer.from('/*'));
  const moving = await sharp(chance(64 * 480 * 3), {
    raw: { width: 64, height: 480, channels: 3, pageHeight: 48 },
  })
    .webp({ loop: 0, delay: Array.from({ length: 10 }, () => 100) })
    .toBuffer();
  const png = await picture('png');
  return [
    hostile('gif that is a script', Buffer.concat([gif, Buffer.from(`*/=1;${script}`)]), script),
    hostile(
      'gif with a script between its frames',
      Buffer.concat([
        gif.subarray(0, -1),
        Buffer.from('21fe', 'hex'),
        Buffer.from([script.length]),
        Buffer.from(script),
        Buffer.from([0, 0x3b]),
      ]),
      script,
    ),
    hostile('gif that opens a comment in its width', wide, '/*'),
    hostile(
      'gif of two thousand pictures',
      Buffer.concat([gif.subarray(0, -1), frames, Buffer.from([0x3b])]),
      frames.subarray(0, 400),
    ),
    hostile(
      'jpeg that is a zip',
      Buffer.concat([await picture('jpeg'), zip('a.html', Buffer.from(script))]),
      script,
      'PK',
    ),
    hostile('png that is a web page', Buffer.concat([png, Buffer.from(`<html>${script}`)]), script),
    hostile(
      'png with a page before its pixels',
      withChunks(png, ['htMl', `<html>${script}`]),
      script,
      'htMl',
    ),
    hostile('png that moves', withChunks(png, ['acTL', Buffer.from('000003e800000000', 'hex')]), 'acTL'),
    hostile('webp that moves', moving, 'ANIM', 'ANMF'),
    hostile(
      'webp with a page in it',
      withRiff(await picture('webp'), chunk('EXIF', Buffer.from(script))),
      script,
    ),
  ];
}

async function broken(): Promise<Hostile[]> {
  const [jpeg, png, webp, gif] = await Promise.all([
    picture('jpeg'),
    picture('png'),
    picture('webp'),
    picture('gif'),
  ]);
  const at = findIn(png, 'IDAT') + 20;
  return [
    hostile('half a jpeg', jpeg.subarray(0, jpeg.length / 2)),
    hostile('half a png', png.subarray(0, png.length / 2)),
    hostile('half a webp', webp.subarray(0, webp.length / 2)),
    hostile('a gif with nothing after its head', gif.subarray(0, 13)),
    hostile(
      'the first bytes of a jpeg before a web page',
      Buffer.from(`\xff\xd8\xff\xe0\0\x10JFIF\0${script}`, 'latin1'),
    ),
    hostile(
      'the first bytes of a png before chance',
      Buffer.concat([png.subarray(0, 8), Buffer.alloc(600, 0x41)]),
    ),
    hostile('a png with a pixel changed on the way', patched(png, at, Buffer.from([(png[at] ?? 0) ^ 0xff]))),
    hostile(
      'a jpeg of no height',
      patched(jpeg, findIn(jpeg, Buffer.from('ffc0', 'hex')) + 5, Buffer.alloc(2)),
    ),
    hostile('a webp that says it is longer than it is', patched(webp, 4, Buffer.from('ffffff7f', 'hex'))),
  ];
}

/** Pictures small to send and too large to open. */
async function enormous(): Promise<Hostile[]> {
  const [jpeg, gif] = await Promise.all([picture('jpeg'), picture('gif')]);
  return [
    hostile('fifty thousand pixels by fifty thousand, in black', blackPng(50_000)),
    hostile(
      'a jpeg that says it is 65,500 by 65,500',
      patched(jpeg, findIn(jpeg, Buffer.from('ffc0', 'hex')) + 5, Buffer.from('ffdcffdc', 'hex')),
    ),
    hostile(
      'a gif that says it is 60,000 by 60,000',
      patched(gif, 6, Buffer.from('60ea60ea', 'hex')),
      'GIF89a',
    ),
    hostile('sixteen megabytes after a small picture', Buffer.concat([jpeg, Buffer.alloc(16_000_000)])),
  ];
}

/** Pictures we do not take, some of which hide much. */
const others = (): Hostile[] => [
  hostile('an Apple picture', box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'))),
  hostile('an AVIF picture', box('ftyp', Buffer.from('avif\0\0\0\0avifmif1'))),
  hostile('a TIFF picture', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(200)])),
  hostile('a BMP picture', Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])),
  hostile('an icon', Buffer.concat([Buffer.from('00000100', 'hex'), Buffer.alloc(200)])),
  hostile('a Photoshop picture', Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(200)])),
  hostile('a PostScript picture', Buffer.from('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n')),
];

function withMarker(jpeg: Buffer, marker: number, held: string | Buffer): Buffer {
  const inside = typeof held === 'string' ? Buffer.from(held, 'latin1') : held;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(inside.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, inside, jpeg.subarray(2)]);
}

function pngChunk(name: string, held: string | Buffer): Buffer {
  const inside = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(held)]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(inside.length - 4);
  around.writeUInt32BE(crc32(inside), 4);
  return Buffer.concat([around.subarray(0, 4), inside, around.subarray(4)]);
}

/** After the head of a PNG, which is 33 bytes. */
const withChunks = (png: Buffer, ...chunks: [string, string | Buffer][]): Buffer =>
  Buffer.concat([
    png.subarray(0, 33),
    ...chunks.map(([name, held]) => pngChunk(name, held)),
    png.subarray(33),
  ]);

function withRiff(webp: Buffer, more: Buffer): Buffer {
  const all = Buffer.concat([webp, more]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}

function blackPng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', rows),
    pngChunk('IEND', ''),
  ]);
}

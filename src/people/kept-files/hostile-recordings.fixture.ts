import {
  box,
  chunk,
  findIn,
  type Hostile,
  hostile,
  patched,
  place,
  script,
  u32,
  zip,
} from './hostile.fixture.ts';
import { chance } from './hostile-others.fixture.ts';
import { picture, recording } from './media.fixture.ts';

const named = { title: 'Mags at home', artist: 'Margaret Ann Example', comment: place };
const names = ['Mags at home', 'Margaret Ann', place];
const film = { video: 'avc', audio: 'aac' } as const;

export async function hostileRecordings(): Promise<Hostile[]> {
  return [
    ...(await tellingFilms()),
    ...(await tellingSounds()),
    ...(await brokenFilms()),
    ...(await brokenSounds()),
  ];
}

async function tellingFilms(): Promise<Hostile[]> {
  const plain = await recording('mp4', film);
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const cover = await picture('jpeg');
  const covered = {
    ...named,
    images: [{ data: new Uint8Array(cover), mimeType: 'image/jpeg', kind: 'coverFront' as const }],
  };
  const apple = box(
    'meta',
    box('hdlr', Buffer.alloc(8), latin('mdta'), Buffer.alloc(13)),
    box('keys', Buffer.alloc(4), u32(1), box('mdta', latin('com.apple.quicktime.location.ISO6709'))),
    box('ilst', box('\0\0\0\x01', box('data', u32(1), u32(0), latin(place)))),
  );
  const camera = await recording('mp4', { ...film, spoken: place });
  return [
    hostile(
      'film with a place',
      inMoov(plain, box('udta', box('\xa9xyz', Buffer.from([0, place.length, 0x15, 0xc7]), latin(place)))),
      place,
      latin('\xa9xyz'),
    ),
    hostile('film with a place as Apple writes it', inMoov(plain, apple), place, 'ISO6709'),
    hostile(
      'film with a place as others write it',
      inMoov(plain, box('udta', box('loci', Buffer.alloc(6), latin(`Saltbeck\0${place}`)))),
      place,
      'Saltbeck',
    ),
    hostile('film with a track of places', trackTurned(camera), place, 'gpmd'),
    hostile(
      'film with places as subtitles',
      await recording('mp4', { ...film, subtitles: `GPS ${place}` }),
      place,
    ),
    hostile(
      'film with names',
      await recording('mp4', { ...film, tags: covered }),
      ...names,
      cover.subarray(20, 120),
    ),
    hostile(
      'film whose tracks are named',
      await recording('mp4', { ...film, trackName: 'Mags’ telephone' }),
      'Mags',
    ),
    hostile(
      'film with XMP',
      Buffer.concat([
        plain,
        box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), latin(`<x:xmpmeta>${place}`)),
      ]),
      place,
      'xmpmeta',
    ),
    hostile('film with a page in what is free', Buffer.concat([plain, box('free', latin(script))]), script),
    hostile(
      'film with more bytes than its frames',
      Buffer.concat([plain, box('mdat', latin(script))]),
      script,
    ),
    hostile('film with a second film’s contents', Buffer.concat([plain, box('skip', plain)]), 'skip'),
    hostile(
      'webm with names',
      await recording('webm', { video: 'vp8', audio: 'opus', tags: covered }),
      ...names,
      cover.subarray(20, 120),
    ),
    hostile(
      'webm whose tracks are named',
      await recording('webm', { video: 'vp8', audio: 'opus', trackName: 'Mags’ telephone' }),
      'Mags',
    ),
    hostile(
      'film before a web page',
      Buffer.concat([plain, latin(`\n<!doctype html><html>${script}</html>`)]),
      script,
    ),
    hostile('film before a zip', Buffer.concat([plain, zip('a.html', latin(script))]), script, 'PK'),
    hostile(
      'webm before a web page',
      Buffer.concat([await recording('webm', { video: 'vp8' }), latin(`<html>${script}`)]),
      script,
    ),
  ];
}

async function tellingSounds(): Promise<Hostile[]> {
  const mp3 = await recording('mp3', { audio: 'mp3' });
  const wav = await recording('wav', { audio: 'pcm-s16' });
  const text = (words: string) => Buffer.from(words, 'latin1');
  const riff = (...chunks: Buffer[]) => {
    const all = Buffer.concat([wav, ...chunks]);
    all.writeUInt32LE(all.length - 8, 4);
    return all;
  };
  return [
    hostile('mp3 with names', await recording('mp3', { audio: 'mp3', tags: named }), 'Margaret'),
    hostile(
      'mp3 with a program in it',
      Buffer.concat([id3('GEOB', `\0application/x-php\0a.php\0\0${script}`), mp3]),
      script,
      'GEOB',
    ),
    hostile(
      'mp3 with a picture of somebody',
      Buffer.concat([id3('APIC', `\0image/jpeg\0\x03\0${'\xff\xd8\xff'}of Mags at her door`), mp3]),
      'APIC',
      'at her door',
    ),
    hostile(
      'mp3 with a name after it',
      Buffer.concat([mp3, text('TAG'), text('Mags at home'.padEnd(125, '\0'))]),
      'TAG',
      'Mags',
    ),
    hostile(
      'mp3 with a longer name after it',
      Buffer.concat([mp3, ape('Artist', 'Margaret Ann Example')]),
      'APETAGEX',
      'Margaret',
    ),
    hostile(
      'mp3 with words after it',
      Buffer.concat([mp3, text('LYRICSBEGININD0000200LYR00005Mags!000032LYRICS200')]),
      'LYRICS',
      'Mags',
    ),
    hostile('mp3 before a web page', Buffer.concat([mp3, text(`<html>${script}`)]), script),
    hostile(
      'wav with names',
      riff(chunk('LIST', text('INFOIART\x0c\0\0\0Margaret Ann'))),
      'Margaret',
      'LIST',
    ),
    hostile('wav with a tag', riff(chunk('id3 ', id3('TPE1', '\0Margaret Ann'))), 'Margaret', 'id3 '),
    hostile(
      'wav of a broadcaster',
      riff(chunk('bext', text('Kitchen of Mags'.padEnd(602, '\0')))),
      'Kitchen',
      'bext',
    ),
    hostile(
      'wav with a place',
      riff(chunk('iXML', text(`<BWFXML><LOCATION>${place}</LOCATION></BWFXML>`))),
      place,
      'iXML',
    ),
    hostile('wav before a web page', Buffer.concat([wav, text(`<html>${script}`)]), script),
    hostile('ogg with names', await recording('ogg', { audio: 'opus', tags: named }), ...names),
    hostile('m4a with names', await recording('mp4', { audio: 'aac', tags: named }), ...names),
    hostile('webm sound with names', await recording('webm', { audio: 'opus', tags: named }), ...names),
  ];
}

async function brokenFilms(): Promise<Hostile[]> {
  const plain = await recording('mp4', film);
  const webm = await recording('webm', { video: 'vp8', audio: 'opus' });
  const moov = findIn(plain, 'moov') - 4;
  const counts = (name: string, at: number, put: Buffer) => patched(plain, findIn(plain, name) + at, put);
  let deep: Buffer = Buffer.alloc(0);
  for (let depth = 0; depth < 10_000; depth += 1) deep = box(depth % 2 ? 'trak' : 'moov', deep);
  return [
    hostile('boxes in boxes, ten thousand deep', Buffer.concat([plain.subarray(0, moov), deep])),
    hostile('film with no contents', plain.subarray(0, moov)),
    hostile('film with half its contents', plain.subarray(0, moov + (plain.length - moov) / 2)),
    hostile('film with half its frames', halfTheFrames(plain, moov)),
    hostile('film whose contents say they are longer than the file', patched(plain, moov, u32(0x7fffffff))),
    hostile('film whose contents say they are seven bytes', patched(plain, moov, u32(7))),
    hostile('film that says it has four thousand million frames', counts('stsz', 12, u32(0xffffffff))),
    hostile(
      'film whose one frame size stands for four thousand million',
      counts('stsz', 8, Buffer.concat([u32(1), u32(0xffffffff)])),
      Buffer.concat([u32(1), u32(0xffffffff)]),
    ),
    hostile('film whose frames are beyond its end', counts('stco', 12, u32(0x7ffffff0))),
    hostile('film with a table of times as long as the sea', counts('stts', 8, u32(0xffffffff))),
    hostile(
      'film of pictures nobody knows',
      patched(plain, findIn(plain, 'avc1', moov), Buffer.from('zzzz')),
    ),
    hostile(
      'film of nothing but places',
      trackTurned(await recording('mp4', { audio: 'aac', spoken: place })),
    ),
    hostile('a webm with its head only', webm.subarray(0, 60)),
    hostile('a webm of chance', Buffer.concat([webm.subarray(0, 40), chance(20_000)])),
    hostile('an AVI film', Buffer.concat([Buffer.from('RIFF\x10\0\0\0AVI LIST'), Buffer.alloc(400)])),
    hostile(
      'a stream of television',
      Buffer.alloc(188 * 20, Buffer.concat([Buffer.from([0x47]), Buffer.alloc(187, 0xff)])),
    ),
    hostile('a film of Flash', Buffer.concat([Buffer.from('FLV\x01\x05\0\0\0\x09'), Buffer.alloc(200)])),
  ];
}

async function brokenSounds(): Promise<Hostile[]> {
  const ogg = await recording('ogg', { audio: 'opus' });
  const wav = await recording('wav', { audio: 'pcm-s16' });
  return [
    hostile('a tag with no sound after it', id3('TIT2', '\0Mags')),
    hostile(
      'a tag that says it is 256 MB long',
      Buffer.concat([Buffer.from('ID3\x03\0\0\x7f\x7f\x7f\x7f'), chance(4_000)]),
    ),
    hostile('an ogg with its first page only', ogg.subarray(0, 40)),
    hostile('an ogg of chance', Buffer.concat([ogg.subarray(0, 27), chance(8_000)])),
    hostile('a wav with no sound', wav.subarray(0, findIn(wav, 'data'))),
    hostile('a wav of no known kind', patched(wav, findIn(wav, 'fmt ') + 8, Buffer.from([0x77, 0x77]))),
    hostile('a sound of thirty-one megabytes', Buffer.concat([longWav(wav), Buffer.alloc(31_000_000)])),
    hostile('a FLAC of nothing', Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(60)])),
    hostile('a tune for telephones of long ago', Buffer.from('MThd\0\0\0\x06\0\0\0\x01\0\x60MTrk')),
  ];
}

/** The contents stand last in these films, so more may stand in them. */
function inMoov(mp4: Buffer, more: Buffer): Buffer {
  const at = findIn(mp4, 'moov') - 4;
  const all = Buffer.concat([mp4, more]);
  all.writeUInt32BE(all.length - at, at);
  return all;
}

/** What was its sound says that it is something a camera wrote down about itself. */
function trackTurned(mp4: Buffer): Buffer {
  const handler = patched(mp4, findIn(mp4, 'soun'), Buffer.from('meta'));
  const entry = patched(handler, findIn(handler, 'mp4a'), Buffer.from('gpmd'));
  return patched(entry, findIn(entry, 'smhd'), Buffer.from('nmhd'));
}

/** Frames lost from the middle: what is told of them stands, they do not. */
function halfTheFrames(mp4: Buffer, moov: number): Buffer {
  const kept = mp4.subarray(0, moov / 2);
  const mdat = findIn(mp4, 'mdat') - 4;
  return Buffer.concat([patched(kept, mdat, mp4.subarray(mdat, mdat + 16)), mp4.subarray(moov)]);
}

function id3(frame: string, held: string): Buffer {
  const inside = Buffer.from(held, 'latin1');
  const length = inside.length + 10;
  const head = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, (length >> 7) & 0x7f, length & 0x7f]);
  return Buffer.concat([head, Buffer.from(frame), u32(inside.length), Buffer.alloc(2), inside]);
}

function ape(key: string, value: string): Buffer {
  const item = Buffer.alloc(8);
  item.writeUInt32LE(value.length);
  const items = Buffer.concat([item, Buffer.from(`${key}\0${value}`)]);
  const foot = Buffer.alloc(32);
  foot.write('APETAGEX');
  foot.writeUInt32LE(2_000, 8);
  foot.writeUInt32LE(items.length + 32, 12);
  foot.writeUInt32LE(1, 16);
  return Buffer.concat([items, foot]);
}

function longWav(wav: Buffer): Buffer {
  const data = findIn(wav, 'data');
  const head = Buffer.from(wav.subarray(0, data + 8));
  head.writeUInt32LE(31_000_000, data + 4);
  head.writeUInt32LE(31_000_000 + head.length - 8, 4);
  return head;
}

import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Hostile, hostile, script, zip } from './hostile.fixture.ts';

/** What is no picture, sound or film at all, whatever it is called. */
export function hostileOthers(): Hostile[] {
  const zeros = Buffer.alloc(20_000_000);
  const text = (words: string) => Buffer.from(words);
  // In two pieces, so that nothing that looks for it finds this file.
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  return [
    hostile('nothing at all', Buffer.alloc(0)),
    hostile('one byte', Buffer.from([0xff])),
    hostile('a drawing with a script', text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)),
    hostile(
      'a drawing that asks for a file of ours',
      text('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
    ),
    hostile('a web page', text(`<!doctype html><html><body>${script}</body></html>`)),
    hostile('a program of a web server', text('<?php system($_GET["c"]); ?>')),
    hostile('a shell script', text('#!/bin/sh\nrm -rf ~\n')),
    hostile('a file virus scanners are tried with', text(eicar)),
    hostile('a playlist that leads inward', text('#EXTM3U\n#EXTINF:1,\nhttp://169.254.169.254/latest/\n')),
    hostile('a list of films to join', text("ffconcat version 1.0\nfile '/etc/passwd'\n")),
    hostile(
      'a locked PDF',
      text('%PDF-1.7\n1 0 obj<</Filter/Standard/V 4>>endobj\ntrailer<</Encrypt 1 0 R>>\n%%EOF'),
    ),
    hostile('a rich text document', text('{\\rtf1\\ansi{\\object\\objemb}}')),
    hostile(
      'a document with macros',
      zip('word/vbaProject.bin', Buffer.from('Attribute VB_Name = "AutoOpen"')),
    ),
    hostile('an old document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
    hostile('a zip', zip('a.txt', Buffer.from('a'))),
    hostile(
      'a zip with a way out of its folder',
      zip('../../etc/cron.d/a', Buffer.from('* * * * * root id')),
    ),
    hostile('a zip of a zip of twenty megabytes of nothing', zip('b.gz', gzipSync(gzipSync(zeros)))),
    hostile('gzip of twenty megabytes of nothing', gzipSync(zeros)),
    hostile('brotli of twenty megabytes of nothing', brotliCompressSync(zeros)),
    hostile('a program for Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400, 1)])),
    hostile('a program for Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(400)])),
    hostile('a program for browsers', Buffer.concat([Buffer.from('\0asm\x01\0\0\0'), Buffer.alloc(40)])),
    hostile('a disk image’s worth of chance', chance(100_000)),
  ];
}

/** The same bytes each time, with no pattern in them. */
export function chance(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 20_261_122;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

import sharp from 'sharp'
import { aFilm, aPhoto } from '../pictures.ts'
import { chunk, claims, docx, enlarged, entry, exif, gif, macros, png, profileBomb, textBomb, withSegments, zip } from './packed.ts'

/** What a file does: it is refused for this reason, or taken and harmless. */
export type Hostile = { readonly what: string; readonly name: string; readonly bytes: Buffer; readonly is: 'harmless' | 'refused' }

const text = (written: string) => Buffer.from(written)
const million = 1_000_000
const entities =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
const html = '<!doctype html><html><script>document.title="ran"</script></html>'
const ftyp = claims('ftyp', 20, Buffer.from('isom\0\0\u0002\0isom', 'latin1'))

/** Sixty files and more that somebody means ill with, made here. SEC-14 */
export const hostileFiles = async (): Promise<readonly Hostile[]> => {
  const photo = await aPhoto({ width: 64, height: 64 })
  const located = await aPhoto({ width: 64, height: 64, gps: true })
  const blank = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#777' } })
  const interlaced = await blank(6_500).png({ progressive: true, compressionLevel: 1 }).toBuffer()
  const progressive = await blank(7_000).jpeg({ progressive: true }).toBuffer()
  const film = aFilm({ position: '+22.5417+114.0542/' })
  const refused = (what: string, name: string, bytes: Buffer): Hostile => ({ what, name, bytes, is: 'refused' })
  const harmless = (what: string, name: string, bytes: Buffer): Hostile => ({ what, name, bytes, is: 'harmless' })
  return [
    // more pixels than bytes
    refused(
      'a PNG of 20,000 × 20,000 that is really there',
      'a.png',
      png(20_000, 20_000, { depth: 1, colour: 0, rows: Buffer.alloc(20_000 * 2_501) }),
    ),
    refused('an interlaced PNG of 6,500 × 6,500 that is really there', 'a.png', interlaced),
    refused('a progressive JPEG of 7,000 × 7,000 that is really there', 'a.jpg', progressive),
    harmless('a photo of 100 million points', 'a.jpg', await blank(10_000).jpeg().toBuffer()),
    harmless('a PNG of 49 million points', 'a.png', await blank(7_000).png({ compressionLevel: 1 }).toBuffer()),
    harmless('a progressive photo of 16 million points', 'a.jpg', await blank(3_980).jpeg({ progressive: true }).toBuffer()),
    refused('a PNG of 50,000 × 50,000', 'a.png', png(50_000, 50_000)),
    refused('a PNG as large as PNG can say', 'a.png', png(0x7fffffff, 0x7fffffff)),
    refused('an interlaced PNG that is held whole', 'a.png', png(8_000, 8_000, { depth: 16, interlaced: true })),
    refused('a PNG without extent', 'a.png', png(0, 0)),
    refused('a PNG of one line and 100 million points', 'a.png', png(100 * million, 1)),
    refused('a baseline JPEG of 65,500 × 65,500', 'a.jpg', enlarged(photo, 65_500, 65_500)),
    refused('a progressive JPEG of 30,000 × 30,000', 'a.jpg', enlarged(photo, 30_000, 30_000, 0xc2)),
    harmless('a JPEG that claims more than it has', 'a.jpg', enlarged(photo, 9_000, 9_000)),
    harmless('a GIF of 65,535 × 65,535', 'a.gif', gif(65_535, 65_535)),
    harmless('a GIF of ten thousand pictures', 'a.gif', gif(16, 16, 10_000)),
    refused(
      'a WebP of 16,383 × 16,383',
      'a.webp',
      Buffer.concat([text('RIFF\u001e\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0'), Buffer.from([0xfe, 0x3f, 0, 0xfe, 0x3f, 0])]),
    ),
    refused(
      'a TIFF',
      'a.tif',
      Buffer.concat([
        text('II*\0\u0008\0\0\0'),
        Buffer.from([2, 0]),
        entry(256, 4, 1, 100_000),
        entry(257, 4, 1, 100_000),
        Buffer.alloc(4),
      ]),
    ),
    refused('a TIFF called a JPEG', 'a.jpg', Buffer.concat([text('MM\0*\0\0\0\u0008'), Buffer.alloc(64)])),
    refused('an AVIF of nothing', 'a.avif', Buffer.concat([claims('ftyp', 20, text('avif\0\0\0\0avif')), Buffer.alloc(200)])),
    // more bytes than come
    refused(
      'a PNG whose colour profile unpacks to 120 MB',
      'a.png',
      png(64, 64, { rows: Buffer.alloc(64), more: [profileBomb(120 * million)] }),
    ),
    refused('a PNG whose text unpacks to 120 MB', 'a.png', png(64, 64, { rows: Buffer.alloc(64), more: [textBomb(120 * million)] })),
    refused('a PNG whose lines unpack to 120 MB', 'a.png', png(64, 64, { interlaced: true, rows: Buffer.alloc(120 * million).fill(9) })),
    refused('a zip that unpacks to 120 MB', 'a.zip', zip([['a', Buffer.alloc(120 * million)]])),
    refused('a zip called a document', 'a.docx', zip([['a', Buffer.alloc(120 * million)]])),
    harmless('a document that unpacks to 120 MB', 'a.docx', docx(Buffer.alloc(120 * million, 32))),
    refused('a document whose list of contents unpacks to 120 MB', 'a.docx', docx(text('<w:document/>'), Buffer.alloc(120 * million, 32))),
    refused('a zip of ten thousand files', 'a.docx', zip(Array.from({ length: 10_000 }, (_, n) => [`f${n}`, Buffer.alloc(1)] as const))),
    // entities
    harmless('a document whose text is an entity bomb', 'a.docx', docx(text(`${entities}<w:document>&d;</w:document>`))),
    refused('an SVG entity bomb', 'a.svg', text(`${entities}<svg xmlns="http://www.w3.org/2000/svg"><text>&d;</text></svg>`)),
    refused(
      'an SVG that reads a file',
      'a.svg',
      text('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'),
    ),
    refused('an XML bomb called a document', 'a.docx', text(`<?xml version="1.0"?>${entities}<x>&d;</x>`)),
    // scripts
    refused('an SVG with a script', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>')),
    refused('an SVG called a PNG', 'a.png', text('<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>')),
    refused('a page', 'a.html', text(html)),
    refused('a page called a JPEG', 'a.jpg', text(html)),
    refused('a page called a PDF', 'a.pdf', text(html)),
    refused('a page before a PDF', 'a.pdf', text(`${html}\n%PDF-1.7\n`)),
    harmless('a PDF that is a page as well', 'a.pdf', text(`%PDF-1.7\n<!--\n-->${html}`)),
    harmless(
      'a PDF with a script that opens with it',
      'a.pdf',
      text('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\n'),
    ),
    harmless('a GIF that is a script as well', 'a.gif', Buffer.concat([gif(0x2f2a & 0xff, 16), text('*/=1;document.title="ran"')])),
    harmless('a JPEG with a page in its comment', 'a.jpg', withSegments(photo, [0xfe, text(html)])),
    harmless('a JPEG with a page behind it', 'a.jpg', Buffer.concat([photo, text(html)])),
    harmless('a JPEG called a page', 'a.html', photo),
    harmless(
      'a PNG with a page and a zip behind it',
      'a.png',
      Buffer.concat([png(1, 1, { rows: Buffer.alloc(5) }), text(html), zip([['a.html', text(html)]])]),
    ),
    refused('a script', 'a.js', text('document.title="ran"')),
    refused('a document with macros', 'a.docm', macros()),
    refused('a document with macros under another name', 'a.docx', macros()),
    refused('a shell script called a recording', 'a.mp3', text('#!/bin/sh\nexit 1\n')),
    refused('a program of Linux', 'a.jpg', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)])),
    refused('a program of Windows', 'a.pdf', Buffer.concat([text('MZ'), Buffer.alloc(300)])),
    // what a picture says
    harmless('a JPEG that says where it was taken', 'a.jpg', located),
    harmless(
      'a JPEG with a hundred large EXIF parts',
      'a.jpg',
      withSegments(photo, ...Array.from({ length: 100 }, () => [0xe1, Buffer.concat([exif(), Buffer.alloc(65_000)])] as const)),
    ),
    harmless(
      'a JPEG whose EXIF goes in a circle',
      'a.jpg',
      withSegments(photo, [0xe1, exif(entry(0x8769, 4, 1, 8), entry(0x8825, 4, 1, 8))]),
    ),
    harmless(
      'a JPEG whose EXIF claims four thousand million values',
      'a.jpg',
      withSegments(photo, [0xe1, exif(entry(0x8769, 4, 1, 8), entry(0x9003, 2, 0xffffffff, 0))]),
    ),
    harmless(
      'a PNG with 8 MB of EXIF',
      'a.png',
      png(1, 1, { rows: Buffer.alloc(5), more: [chunk('eXIf', Buffer.concat([text('II*\0'), Buffer.alloc(8 * million)]))] }),
    ),
    // cut off
    refused('half a JPEG', 'a.jpg', photo.subarray(0, Math.floor(photo.length / 2))),
    refused('half a PNG', 'a.png', png(64, 64).subarray(0, 60)),
    refused('half a GIF', 'a.gif', gif(64, 64).subarray(0, 16)),
    refused('one byte', 'a.jpg', Buffer.from([0xff])),
    // films whose boxes lie
    refused('a film whose box is longer than the film', 'a.mp4', Buffer.concat([ftyp, claims('moov', 0xfffffff0)])),
    refused('a film whose box is shorter than a box', 'a.mp4', Buffer.concat([ftyp, claims('moov', 3, Buffer.alloc(20))])),
    refused('a film whose box is longer than numbers go', 'a.mp4', Buffer.concat([ftyp, claims('moov', 1, Buffer.alloc(8, 255))])),
    refused(
      'a film of a hundred thousand boxes',
      'a.mp4',
      Buffer.concat([ftyp, ...Array.from({ length: 100_000 }, () => claims('free', 8))]),
    ),
    refused('a film without pictures', 'a.mp4', Buffer.concat([ftyp, claims('moov', 8)])),
    refused('half a film', 'a.mp4', film.subarray(0, film.length - 100)),
    refused('a page that begins as a film', 'a.mp4', Buffer.concat([ftyp, text(html)])),
    harmless('a film that says where it was taken', 'a.mp4', film),
    harmless(
      'a recording whose head claims 256 MB',
      'a.mp3',
      Buffer.concat([
        text('ID3\u0003\0\0'),
        Buffer.from([0x7f, 0x7f, 0x7f, 0x7f]),
        Buffer.alloc(500),
        Buffer.from([0xff, 0xfb, 0x90, 0x44]),
      ]),
    ),
    // names
    harmless('a name that climbs', '../../../../etc/cron.d/a.jpg', photo),
    harmless('a name that climbs the other way', '..\\..\\Windows\\a.jpg', photo),
    harmless('a name with an end in it', 'a.php\0.jpg', photo),
    harmless('a name written backwards', 'photo\u202egpj.exe', photo),
    harmless('a name that is a header', 'a"\r\nSet-Cookie: x=1\r\n.jpg', photo),
    harmless('a name that is a page', '<img src=x onerror=alert(1)>.jpg', photo),
    harmless('a name of dots', '....', photo),
    harmless('a name without end', `${'长'.repeat(300)}.jpg`, photo),
  ]
}

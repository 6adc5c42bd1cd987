// What both scripts need: reading what npm installed, rounding, and writing GeoJSON one feature a line.
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

export const HERE = dirname(fileURLToPath(import.meta.url));

/** Where the files of the web page lie. */
export const WEB = join(HERE, '../../sitrep-app/src/main/resources/org/sitrep/web');

/** A JSON file of an installed package. */
export function installed(path) {
  const file = join(HERE, 'node_modules', path);
  if (!existsSync(file)) {
    fail(`${file} is not there: run "npm install --ignore-scripts --no-package-lock" in ${HERE} first`);
  }
  return read(file);
}

export function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function isFolder(path) {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Says what is wrong, and ends. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** A line or ring with `digits` places, without points that then say the same as the one before. */
export function rounded(line, digits) {
  const points = line.map((point) => point.slice(0, 2).map((v) => Number(v.toFixed(digits)) + 0));
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}

/** Writes a file and says what is in it and how much it weighs. */
export function write(file, text, content) {
  writeFileSync(file, text);
  console.log(`${file}: ${content}, ${Buffer.byteLength(text)} bytes, ${gzipSync(text, {level: 9}).length} packed`);
}

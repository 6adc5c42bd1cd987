// The map of control: one sign per place, by shape and letters as well as by colour; areas, fronts and zones on wish.
import {colour, ground as land, namesLayer} from './ground.js';

export const STATUSES = {
  assessed: 'a neutral or opposed source, or two independent ones, say so',
  conceded: 'the losing side says so',
  claimed: 'only the holder’s own side or an unknown source says so',
  contested: 'two sides are said to hold it, or somebody says they do not',
  unknown: 'nothing has been heard for long',
  ruled: 'a person has decided',
};

// Tuned to stay apart under the common kinds of colour blindness; letters say the same.
const PALETTE = ['#D55E00', '#009E73', '#0072B2', '#AA3377', '#56B4E9', '#F0E442', '#F7B6A0', '#8C8C8C'];

/** Colours and letters for holders: those that hold most first, others share the last. */
export function holders(states) {
  const counts = new Map();
  for (const state of states) {
    state.holders.forEach((id, i) => {
      const known = counts.get(id) ?? {id, name: state.holder_names[i], n: 0};
      known.n += 1;
      counts.set(id, known);
    });
  }
  const ordered = [...counts.values()].sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  const taken = new Set();
  return new Map(ordered.map((one, i) => [one.id, {...one, colour: PALETTE[Math.min(i, PALETTE.length - 1)], letters: letters(one.name, taken)}]));
}

/** Two letters that no other holder has. */
function letters(name, taken) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const tries = [words.slice(0, 2).map((w) => w[0]).join(''), name.slice(0, 2), ...[...name].slice(1).map((c) => name[0] + c)];
  const found = tries.map((t) => t.toUpperCase()).find((t) => t.length === 2 && !taken.has(t)) ?? '··';
  taken.add(found);
  return found;
}

const dark = (hex) => parseInt(hex.slice(1, 3), 16) * 0.3 + parseInt(hex.slice(3, 5), 16) * 0.59 + parseInt(hex.slice(5, 7), 16) * 0.11 < 140;

/** The sign of a status as an image; `of` names the holder's colour. */
function sign(style, status, fill, picked) {
  const stroke = new style.Stroke({color: colour('ink'), width: picked ? 3.5 : 1.5, lineDash: status === 'claimed' ? [3, 2] : undefined});
  const paint = new style.Fill({color: fill});
  const radius = picked ? 13 : 11;
  switch (status) {
    case 'contested':
      return new style.RegularShape({points: 4, radius: radius + 2, fill: paint, stroke});
    case 'conceded':
      return new style.RegularShape({points: 3, radius: radius + 3, fill: paint, stroke});
    case 'ruled':
      return new style.RegularShape({points: 4, angle: Math.PI / 4, radius: radius + 2, fill: paint, stroke});
    case 'unknown':
      return new style.Circle({radius: radius - 3, fill: new style.Fill({color: colour('panel')}), stroke});
    default:
      return new style.Circle({radius, fill: paint, stroke});
  }
}

/** Draws into `target`, on tiles where there are some; `select` is called with the key of the place that is clicked. */
export function controlMap(target, select, tiles) {
  const {Map: OlMap, View, Feature, geom, layer, source, style, proj, extent, format} = globalThis.ol;
  const places = new source.Vector();
  const ground = new source.Vector();
  let chosen = '';
  let sides = new Map();
  let fitted = false;

  function placeStyle(feature, resolution) {
    const {state} = feature.getProperties();
    const holder = sides.get(state.holders[0]);
    const fill = holder?.colour ?? '#DDDDDD';
    const text = state.status === 'contested' ? '≠' : holder?.letters ?? '?';
    const styles = [new style.Style({
      image: sign(style, state.status, fill, state.key === chosen),
      text: new style.Text({text, font: 'bold 10px system-ui, sans-serif', fill: new style.Fill({color: state.status === 'unknown' ? colour('ink') : dark(fill) ? '#ffffff' : '#000000'})}),
      zIndex: state.key === chosen ? 2 : 1,
    })];
    if (resolution < 700 || state.key === chosen) {
      styles.push(new style.Style({text: new style.Text({
        text: state.place.name, offsetY: 20, font: '12px system-ui, sans-serif', overflow: true,
        fill: new style.Fill({color: colour('ink')}), stroke: new style.Stroke({color: colour('land'), width: 3})})}));
    }
    return styles;
  }

  function groundStyle(feature) {
    const of = sides.get((feature.get('sides') ?? [])[0]);
    const kind = feature.get('layer');
    const hex = kind === 'zone' ? colour('territory') : of?.colour ?? '#777777';
    return new style.Style({
      fill: kind === 'front' ? undefined : new style.Fill({color: kind === 'zone' ? `${hex}18` : `${hex}33`}),
      stroke: new style.Stroke({
        color: kind === 'front' ? colour('contested') : hex, width: kind === 'front' ? 3 : 1.2,
        lineDash: kind === 'area' ? undefined : feature.get('standing') === 'firm' ? undefined : [7, 5]}),
      text: kind === 'zone' ? new style.Text({text: String(feature.get('kind')).replaceAll('_', ' '), font: '11px system-ui, sans-serif', fill: new style.Fill({color: colour('ink')})}) : undefined,
    });
  }

  const groundLayer = new layer.Vector({source: ground, style: groundStyle});
  const placeLayer = new layer.Vector({source: places, style: placeStyle, declutter: false});
  const map = new OlMap({
    target,
    layers: [land(tiles), groundLayer, placeLayer],
    view: new View({center: proj.fromLonLat([39, 34.6]), zoom: 6, minZoom: 2, maxZoom: 13}),
  });
  if (!tiles) {
    map.getLayers().insertAt(1, namesLayer(map));
  }
  map.on('singleclick', (click) => {
    const hit = map.forEachFeatureAtPixel(click.pixel, (f) => f.get('state'), {hitTolerance: 5, layerFilter: (l) => l === placeLayer});
    if (hit) {
      select(hit.key);
    }
  });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => [groundLayer, placeLayer].forEach((l) => l.changed()); // what they lie on sees to itself
  scheme.addEventListener('change', repaint);

  return {
    map,
    /** Shows the states of a day; `known` are colours and letters of holders, `key` the chosen place. */
    set(states, known, key) {
      sides = known;
      chosen = key;
      places.clear();
      for (const state of states.filter((s) => s.place.lat !== undefined)) {
        places.addFeature(new Feature({geometry: new geom.Point(proj.fromLonLat([state.place.lon, state.place.lat])), state}));
      }
      map.updateSize();
      const box = places.getExtent();
      if (!fitted && places.getFeatures().length > 0) {
        fitted = true;
        map.getView().fit(extent.buffer(box, 15000), {padding: [30, 30, 30, 30], maxZoom: 9});
      }
    },
    /** Shows areas, fronts and zones as far as they are wanted. */
    ground(collection, wanted) {
      ground.clear();
      const features = collection.features.filter((f) => f.geometry && wanted.has(f.properties.layer));
      ground.addFeatures(new format.GeoJSON().readFeatures({type: 'FeatureCollection', features}, {featureProjection: 'EPSG:3857'}));
    },
    close() {
      scheme.removeEventListener('change', repaint);
      map.setTarget(null);
    },
  };
}

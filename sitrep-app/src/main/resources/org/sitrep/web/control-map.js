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

/**
 * Colours and letters, by id, for all who are ever said to hold a place: `parties` as the server orders them, by the whole ledger,
 * so that nobody's sign changes with the day or with whose word is asked. Parts of one side share its colour; sides beyond the
 * colours there are share the last.
 */
export function signs(parties) {
  const sides = [...new Set(parties.map((p) => p.side))];
  const taken = new Set();
  return new Map(parties.map((p) => [p.id, {...p, colour: PALETTE[Math.min(sides.indexOf(p.side), PALETTE.length - 1)], letters: letters(p.name, taken)}]));
}

/** Two letters that no other holder has. */
function letters(name, taken) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const tries = [words.slice(0, 2).map((w) => w[0]).join(''), name.slice(0, 2), ...[...name].slice(1).map((c) => name[0] + c)];
  const found = tries.map((t) => t.toUpperCase()).find((t) => t.length === 2 && !taken.has(t)) ?? '··';
  taken.add(found);
  return found;
}

/** The radius of a sign, in pixels. */
const SIGN = 11;

const dark = (hex) => parseInt(hex.slice(1, 3), 16) * 0.3 + parseInt(hex.slice(3, 5), 16) * 0.59 + parseInt(hex.slice(5, 7), 16) * 0.11 < 140;

/** The sign of a status as an image; `of` names the holder's colour. */
function sign(style, status, fill, picked) {
  const stroke = new style.Stroke({color: colour('ink'), width: picked ? 3.5 : 1.5, lineDash: status === 'claimed' ? [3, 2] : undefined});
  const paint = new style.Fill({color: fill});
  const radius = picked ? SIGN + 2 : SIGN;
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

/** Whether it is known where on the map it lies. */
export function isPlaced(state) {
  return state.place.lat !== undefined;
}

/** Draws into `target`, on tiles where there are some; `select` is called with the key of the place that is clicked. */
export function controlMap(target, select, tiles) {
  const {Map: OlMap, View, Feature, geom, layer, source, style, proj, extent, format} = globalThis.ol;
  const places = new source.Vector();
  const ground = new source.Vector();
  let chosen = '';
  let sides = new Map();

  function placeStyle(feature, resolution) {
    const {state} = feature.getProperties();
    const holder = sides.get(state.holders[0]);
    const fill = holder?.colour ?? '#DDDDDD';
    const text = state.status === 'contested' ? '≠' : holder?.letters ?? '?';
    const styles = [ring(state, fill, resolution), new style.Style({
      image: sign(style, state.status, fill, state.key === chosen),
      text: new style.Text({text, font: 'bold 10px system-ui, sans-serif', fill: new style.Fill({color: state.status === 'unknown' ? colour('ink') : dark(fill) ? '#ffffff' : '#000000'})}),
      zIndex: state.key === chosen ? 2 : 1,
    })].filter(Boolean);
    if (resolution < 700 || state.key === chosen) {
      styles.push(new style.Style({text: new style.Text({
        text: state.place.name, offsetY: 20, font: '12px system-ui, sans-serif', overflow: true,
        fill: new style.Fill({color: colour('ink')}), stroke: new style.Stroke({color: colour('land'), width: 3})})}));
    }
    return styles;
  }

  /** As wide as what is known of where the place is, where that is wider than its sign. */
  function ring(state, fill, resolution) {
    const {lat, lon, km = 0} = state.place;
    const metres = km * 1000 / Math.cos(lat * Math.PI / 180); // Web Mercator stretches lengths
    return km >= 1 && metres / resolution > SIGN + 3 ? new style.Style({
      geometry: new geom.Circle(proj.fromLonLat([lon, lat]), metres),
      stroke: new style.Stroke({color: state.holders.length > 0 ? fill : colour('soft'), width: 1.2, lineDash: [4, 4]})}) : null;
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
  // How many places lie outside of what is seen, for those who look at the element.
  map.on('moveend', () => {
    const seen = map.getView().calculateExtent(map.getSize());
    target.dataset.unseen = places.getFeatures().filter((f) => !extent.intersects(seen, f.getGeometry().getExtent())).length;
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
      for (const state of states.filter(isPlaced)) {
        places.addFeature(new Feature({geometry: new geom.Point(proj.fromLonLat([state.place.lon, state.place.lat])), state}));
      }
      map.updateSize();
    },
    /** Moves to where all of these are to be seen; whether any of them is on the map. */
    fit(states) {
      const points = states.filter(isPlaced).map((s) => proj.fromLonLat([s.place.lon, s.place.lat]));
      if (points.length > 0) {
        map.getView().fit(extent.buffer(extent.boundingExtent(points), 15000), {padding: [30, 30, 30, 30], maxZoom: 9});
      }
      return points.length > 0;
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

// What the maps lie on: an offline outline of the world with names of the gazetteer, or the user's own tiles; and their colours.
import {ask, Silence} from './api.js';
import {FAMILIES} from './home/kinds.js';

export const FONT = 'system-ui, sans-serif';

/** Metres a pixel, zoom 7.44: borders of provinces are asked for below it, so not by the first view of a war as large as Syria. */
const PROVINCES_BELOW = 900;
const PROVINCE_PIXELS = 30;

/** A colour of the style sheet, by the name of its variable. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The colours as they are now; asked for again when the scheme changes. */
export function palette() {
  const names = ['land', 'border', 'water', 'label', 'ink', 'paper', 'panel', 'contested', 'on-dot', 'link', ...FAMILIES.map((f) => f.id)];
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

/** The world without events, as one layer of two; for every map of the page. */
function baseLayer() {
  const {layer, source, style, format} = globalThis.ol;
  let p = palette();
  const fill = (c) => new style.Fill({color: c});
  const line = (c, width, lineDash) => new style.Stroke({color: c, width, lineDash});
  let styles = make();

  function make() {
    return {
      country: new style.Style({fill: fill(p.land), stroke: line(p.border, 1)}),
      lake: new style.Style({fill: fill(p.water)}),
      province: new style.Style({stroke: line(p.border, 0.8, [4, 4])}),
      river: new style.Style({stroke: line(p.water, 1)}),
      stream: new style.Style({stroke: line(p.water, 2)}),
    };
  }

  function pick(feature, resolution) {
    const kind = feature.get('layer');
    const rank = feature.get('rank') ?? 5;
    if (kind === 'river') {
      return rank <= 4 ? (resolution < 12000 ? styles.stream : undefined) : resolution < 3000 ? styles.river : undefined;
    }
    return styles[kind];
  }

  /** Many small provinces would be a grey mass: those of a country are drawn once one is so many pixels across. */
  const wide = (feature, resolution) => feature.get('across') * 1000 / resolution > PROVINCE_PIXELS ? styles.province : undefined;

  const still = {updateWhileAnimating: false, updateWhileInteracting: false, renderBuffer: 200};
  const world = new layer.Vector({...still, style: pick, source: new source.Vector({url: '/basemap.geojson', format: new format.GeoJSON()})});
  const provinces = new layer.Vector({
    ...still, style: wide, maxResolution: PROVINCES_BELOW, source: new source.Vector({url: '/provinces.topojson', format: new format.TopoJSON()}),
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    p = palette();
    styles = make();
    world.changed();
    provinces.changed();
  });
  return new layer.Group({layers: [world, provinces]});
}

/** What a map is drawn on: the user's tiles (`tiles` of /api/map), which have names of their own, or the outline. */
export function ground(tiles) {
  const {layer, source} = globalThis.ol;
  if (!tiles) {
    return baseLayer();
  }
  const attributions = tiles.attribution.replaceAll('&', '&amp;').replaceAll('<', '&lt;'); // OpenLayers takes it as markup
  return new layer.Tile({source: new source.XYZ({url: tiles.url, attributions, minZoom: tiles.min_zoom, maxZoom: tiles.max_zoom})});
}

/** Names of places from the gazetteer, the largest first. */
export function namesLayer(map, signal) {
  const {layer, source, style, Feature, geom, proj} = globalThis.ol;
  const names = new source.Vector();
  const styled = (feature) => new style.Style({
    image: new style.Circle({radius: 1.6, fill: new style.Fill({color: colour('label')})}),
    text: new style.Text({
      text: feature.get('name'), font: `11px ${FONT}`, offsetY: 9, fill: new style.Fill({color: colour('label')}),
      stroke: new style.Stroke({color: colour('land'), width: 3}),
    }),
  });
  const made = new layer.Vector({source: names, style: styled, declutter: true, updateWhileAnimating: false});
  let asked = null;
  async function load() {
    asked?.abort();
    asked = new AbortController();
    const view = map.getView();
    const box = proj.transformExtent(view.calculateExtent(map.getSize()), 'EPSG:3857', 'EPSG:4326').map((v) => v.toFixed(3));
    try {
      const response = await ask(`/api/places?bbox=${box.join(',')}&zoom=${Math.round(view.getZoom())}`, {signal: asked.signal});
      if (!response.ok || signal?.aborted) {
        return;
      }
      const {places} = await response.json();
      names.clear(true);
      names.addFeatures(places.map(({name, lat, lon}) => new Feature({name, geometry: new geom.Point(proj.fromLonLat([lon, lat]))})));
    } catch (error) {
      if (error.name !== 'AbortError' && !(error instanceof Silence)) { // a silent server is told of elsewhere
        throw error;
      }
    }
  }
  map.on('moveend', load);
  return made;
}

// The map: an offline outline of the world, and events as precisely as their sources state them. A vague
// place is a ring of its radius; nothing is moved about to look better.

import {baseLayer, colour} from './base.js';

const FAMILIES = ['fight', 'territory', 'persons', 'posture', 'words'];

/** The colour of an event type's family, as a CSS variable's name. */
export function family(event) {
  return FAMILIES.includes(event.family) ? event.family : 'words';
}

/** Draws the map into `target`; `select` is called with the events of the place that is clicked. */
export function show(target, select) {
  const {Map, View, Feature, geom, layer, source, style, proj, extent} = globalThis.ol;
  const events = new source.Vector();
  let chosen = null;

  const fill = (c) => new style.Fill({color: c});
  const line = (c, width, dash) => new style.Stroke({color: c, width, lineDash: dash});

  function eventStyle(feature, resolution) {
    const members = feature.get('events');
    const at = feature.getGeometry().getCoordinates();
    const main = colour(family(members[0]));
    const picked = chosen !== null && members.some((e) => e.event_id === chosen);
    const radius = Math.min(16, 6 + Math.sqrt(members.length) * 2.5);
    const styles = [];
    const km = Math.max(...members.map((e) => e.place.km || 0));
    const ring = feature.get('ring');
    if (km >= 1 && km * 1000 / resolution > radius) {
      styles.push(new style.Style({geometry: ring, stroke: line(main, picked ? 2 : 1, [4, 4]), fill: fill(picked ? `${main}22` : `${main}0c`)}));
    }
    if (members.some((e) => e.contradictions.length > 0)) {
      styles.push(new style.Style({geometry: new geom.Point(at), image: new style.Circle({radius: radius + 4, stroke: line(colour('contested'), 2.5, [3, 3])})}));
    }
    styles.push(new style.Style({
      geometry: new geom.Point(at),
      image: new style.Circle({radius: picked ? radius + 2 : radius, fill: fill(main), stroke: line(picked ? colour('ink') : colour('paper'), picked ? 3 : 1.5)}),
      text: members.length > 1
        ? new style.Text({text: String(members.length), font: 'bold 11px system-ui, sans-serif', fill: fill(colour('on-dot'))})
        : undefined,
      zIndex: picked ? 2 : 1,
    }));
    return styles;
  }

  const land = baseLayer();
  const eventLayer = new layer.Vector({source: events, style: eventStyle});
  const map = new Map({
    target,
    layers: [land, eventLayer],
    view: new View({center: proj.fromLonLat([39, 34.6]), zoom: 6.4, minZoom: 2, maxZoom: 13}),
  });
  map.on('singleclick', (click) => {
    const hit = map.forEachFeatureAtPixel(click.pixel, (f) => f.get('events') && f, {hitTolerance: 4, layerFilter: (l) => l === eventLayer});
    select(hit ? hit.get('events') : []);
  });
  map.on('pointermove', (move) => {
    target.style.cursor = map.hasFeatureAtPixel(move.pixel, {layerFilter: (l) => l === eventLayer}) ? 'pointer' : '';
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    land.changed();
    eventLayer.changed();
  });

  return {
    /** Shows these events, those of one place as one dot. */
    set(list) {
      const places = new globalThis.Map();
      for (const event of list.filter((e) => e.place?.lat !== undefined)) {
        const key = `${event.place.lat},${event.place.lon}`;
        places.set(key, [...(places.get(key) || []), event]);
      }
      events.clear();
      for (const members of places.values()) {
        const {lon, lat} = members[0].place;
        const km = Math.max(...members.map((e) => e.place.km || 0));
        // Web Mercator stretches lengths by 1 / cos(latitude).
        const ring = new geom.Circle(proj.fromLonLat([lon, lat]), km * 1000 / Math.cos(lat * Math.PI / 180));
        events.addFeature(new Feature({geometry: new geom.Point(proj.fromLonLat([lon, lat])), events: members, ring}));
      }
      map.updateSize();
      const box = events.getExtent();
      if (box && !extent.isEmpty(extent.buffer(box, 1))) {
        map.getView().fit(extent.buffer(box, 20000), {padding: [40, 40, 40, 40], maxZoom: 9});
      }
    },
    /** Marks one event. */
    choose(id) {
      chosen = id;
      eventLayer.changed();
    },
    close() {
      map.setTarget(null);
    },
  };
}

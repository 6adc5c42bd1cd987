// The map of events: in bins, as precisely as their sources state them. A vague place is a ring of
// its radius, a district or province a square with its name; nothing is moved about to look better.
import {FONT, ground, namesLayer, palette} from './ground.js';
import {corners, FAMILIES} from './home/kinds.js';

/**
 * Draws bins of events (see home/columns.js) on a canvas of its own; `state` is set by whoever shows them. Gives the layer, and
 * `redraw()` for other events on the same map: what lies below is not drawn again, as that takes longer by far.
 */
function eventLayer(state) {
  const {Layer} = globalThis.ol.layer;
  const canvas = document.createElement('canvas');
  canvas.className = 'events-canvas';
  Object.assign(canvas.style, {position: 'absolute', left: '0', top: '0', width: '100%', height: '100%', pointerEvents: 'none'});
  // Drawn by the processor: a few hundred small shapes are quick there, and several times as quick where graphics are software, too.
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  let p = palette();
  let hatch = null;

  function hatching() {
    const tile = document.createElement('canvas');
    tile.width = 6;
    tile.height = 6;
    const t = tile.getContext('2d');
    t.strokeStyle = p.contested;
    t.lineWidth = 1.8;
    t.beginPath();
    t.moveTo(-1, 7);
    t.lineTo(7, -1);
    t.stroke();
    return pen.createPattern(tile, 'repeat');
  }

  function outline(sides, x, y, r) {
    pen.beginPath();
    if (sides === 0) {
      pen.arc(x, y, r, 0, 2 * Math.PI);
    } else {
      corners(sides, r).forEach(([dx, dy], i) => (i === 0 ? pen.moveTo(x + dx, y + dy) : pen.lineTo(x + dx, y + dy)));
      pen.closePath();
    }
  }

  function ring(bin, x, y, r, resolution) {
    // Web Mercator stretches lengths by 1 / cos(latitude).
    const lat = Math.atan(Math.sinh(bin.y / 6378137));
    const radius = bin.km * 1000 / Math.cos(lat) / resolution;
    if (bin.single && bin.km >= 1 && radius > r + 1) {
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.setLineDash([4, 4]);
      pen.strokeStyle = p[FAMILIES[main(bin)].id];
      pen.lineWidth = 1;
      pen.stroke();
      pen.setLineDash([]);
    }
  }

  function main(bin) {
    return bin.families.indexOf(Math.max(...bin.families));
  }

  function symbol(bin, x, y) {
    const r = radius(bin);
    const one = bin.families.filter((n) => n > 0).length === 1;
    const sides = bin.area ? 4 : one ? FAMILIES[main(bin)].sides : 0;
    if (one) {
      outline(sides, x, y, r);
      pen.fillStyle = p[FAMILIES[main(bin)].id];
      pen.fill();
    } else {
      pie(bin, x, y, r, sides);
    }
    if (bin.contested > 0) {
      outline(sides, x, y, r);
      pen.lineWidth = 4;
      pen.strokeStyle = hatch ??= hatching();
      pen.stroke();
    }
    outline(sides, x, y, r + (bin.contested > 0 ? 2 : 0));
    pen.lineWidth = 1.2;
    pen.strokeStyle = bin.single ? p.paper : p.ink;
    pen.stroke();
    if (!one) {
      pen.beginPath();
      pen.arc(x, y, r * 0.68, 0, 2 * Math.PI);
      pen.fillStyle = p.panel;
      pen.fill();
    }
    const text = bin.total === 1 ? FAMILIES[main(bin)].letter : short(bin.total);
    pen.font = `600 ${bin.total > 999 ? 9.5 : 10.5}px ${FONT}`;
    pen.fillStyle = one ? p['on-dot'] : p.ink;
    pen.fillText(text, x, y + 0.5);
    if (bin.contested > 0) {
      pen.font = `700 12px ${FONT}`;
      pen.lineWidth = 3;
      pen.strokeStyle = p.paper;
      pen.strokeText('≠', x + r + 3, y - r);
      pen.fillStyle = p.contested;
      pen.fillText('≠', x + r + 3, y - r);
    }
  }

  function pie(bin, x, y, r, sides) {
    let from = -Math.PI / 2;
    pen.save();
    outline(sides, x, y, r);
    pen.clip();
    bin.families.forEach((n, f) => {
      if (n > 0) {
        const to = from + 2 * Math.PI * n / bin.total;
        pen.beginPath();
        pen.moveTo(x, y);
        pen.arc(x, y, r * 1.5, from, to);
        pen.closePath();
        pen.fillStyle = p[FAMILIES[f].id];
        pen.fill();
        from = to;
      }
    });
    pen.restore();
  }

  let frame = null;
  let waiting = false;

  function redraw() {
    if (frame !== null && !waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        paint();
      });
    }
  }

  function paint() {
    const [width, height] = frame.size;
    const ratio = frame.pixelRatio;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    const {resolution, center} = frame.viewState;
    const at = (bin) => [(bin.x - center[0]) / resolution + width / 2, (center[1] - bin.y) / resolution + height / 2];
    const {bins, lit, legs} = state;
    for (const bin of bins) {
      const [x, y] = at(bin);
      ring(bin, x, y, radius(bin), resolution);
    }
    for (let i = bins.length - 1; i >= 0; i--) {
      symbol(bins[i], ...at(bins[i]));
    }
    pen.font = `11px ${FONT}`;
    for (const bin of bins.filter((b) => b.area).slice(0, 40)) {
      const [x, y] = at(bin);
      pen.lineWidth = 3;
      pen.strokeStyle = p.paper;
      pen.strokeText(bin.name, x, y + radius(bin) + 9);
      pen.fillStyle = p.ink;
      pen.fillText(bin.name, x, y + radius(bin) + 9);
    }
    for (const leg of legs) {
      drawLeg(leg, ...at(leg));
    }
    if (lit) {
      const [x, y] = at(lit);
      pen.beginPath();
      pen.arc(x, y, 20, 0, 2 * Math.PI);
      pen.lineWidth = 3;
      pen.strokeStyle = p.link;
      pen.stroke();
    }
  }

  const layer = new Layer({
    render(now) {
      frame = now;
      paint();
      return canvas;
    },
  });

  function drawLeg(leg, x, y) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + leg.dx, y + leg.dy);
    pen.lineWidth = 1;
    pen.strokeStyle = p.ink;
    pen.stroke();
    outline(FAMILIES[leg.family].sides, x + leg.dx, y + leg.dy, 9);
    pen.fillStyle = p[FAMILIES[leg.family].id];
    pen.fill();
    pen.strokeStyle = leg.contested ? p.contested : p.paper;
    pen.lineWidth = leg.contested ? 2.5 : 1.5;
    pen.stroke();
    pen.font = `600 10px ${FONT}`;
    pen.fillStyle = p['on-dot'];
    pen.fillText(leg.contested ? '≠' : FAMILIES[leg.family].letter, x + leg.dx, y + leg.dy + 0.5);
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    p = palette();
    hatch = null;
    redraw();
  });
  return {layer, redraw};
}

function radius(bin) {
  return Math.min(20, 8 + Math.log2(bin.total) * 1.5);
}

function short(n) {
  return n < 1000 ? String(n) : n < 10_000 ? `${(n / 1000).toFixed(1)}k` : `${Math.round(n / 1000)}k`;
}

/** Where the legs of a spider go: on rings around the place, in the order given. */
export function legs(count) {
  const out = [];
  for (let ring = 0, left = count; left > 0; ring++) {
    const here = Math.min(left, 8 + ring * 7);
    const r = 38 + ring * 24;
    for (let i = 0; i < here; i++) {
      const angle = -Math.PI / 2 + 2 * Math.PI * i / here;
      out.push([r * Math.cos(angle), r * Math.sin(angle)]);
    }
    left -= here;
  }
  return out;
}

/**
 * A map in `target`. `moved(box, resolution)` is called when its view is another, `click(bin or null)`, `leg(row)` for an event of a
 * spider, `hover(bin or null)`.
 */
export function show(target, {moved, click, leg, hover, tiles, signal}) {
  const {Map, View, proj, extent} = globalThis.ol;
  const state = {bins: [], lit: null, legs: []};
  const events = eventLayer(state);
  const map = new Map({
    target, layers: [ground(tiles)], view: new View({center: proj.fromLonLat([39, 34.6]), zoom: 5, minZoom: 1.5, maxZoom: 15}),
  });
  if (!tiles) {
    map.addLayer(namesLayer(map, signal));
  }
  map.addLayer(events.layer);
  map.on('moveend', () => moved());

  function hit(pixel) {
    const [cx, cy] = map.getView().getCenter();
    const resolution = map.getView().getResolution();
    const [width, height] = map.getSize();
    const near = (thing, dx, dy) => Math.hypot((thing.x - cx) / resolution + width / 2 + dx - pixel[0], (cy - thing.y) / resolution + height / 2 + dy - pixel[1]);
    const onLeg = state.legs.find((l) => near(l, l.dx, l.dy) <= 11);
    if (onLeg) {
      return {leg: onLeg};
    }
    return {bin: state.bins.find((b) => near(b, 0, 0) <= radius(b) + 3) ?? null};
  }

  map.on('singleclick', (event) => {
    const found = hit(event.pixel);
    if (found.leg) {
      leg(found.leg.row);
    } else {
      click(found.bin);
    }
  });
  let over = null;
  map.on('pointermove', (event) => {
    if (event.dragging) {
      return;
    }
    const found = hit(event.pixel);
    target.classList.toggle('over', Boolean(found.leg || found.bin));
    if (found.bin !== over) {
      over = found.bin ?? null;
      hover(over);
    }
  });

  return {
    map,
    /** Draws these bins. */
    set(bins) {
      state.bins = bins;
      events.redraw();
    },
    /** Spreads the events of one place; none where `rows` is empty. */
    spread(at, rows) {
      const places = legs(rows.length);
      state.legs = rows.map((row, i) => ({...at, ...row, dx: places[i][0], dy: places[i][1]}));
      events.redraw();
    },
    /** Rings a point, or none. */
    light(point) {
      state.lit = point;
      events.redraw();
    },
    box: () => map.getView().calculateExtent(map.getSize()),
    resolution: () => map.getView().getResolution(),
    /** Shows all these points, or some place at a zoom. */
    fit(points, maxZoom = 9) {
      const box = extent.boundingExtent(points.length > 0 ? points : [proj.fromLonLat([39, 34.6])]);
      map.getView().fit(extent.buffer(box, 15000), {padding: [40, 40, 40, 40], maxZoom: points.length > 0 ? maxZoom : 4, size: map.getSize()});
    },
    view(text) {
      const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
      if ([zoom, lat, lon].every(Number.isFinite)) {
        map.getView().setZoom(zoom);
        map.getView().setCenter(proj.fromLonLat([lon, lat]));
        return true;
      }
      return false;
    },
    address() {
      const [lon, lat] = proj.toLonLat(map.getView().getCenter());
      return `${map.getView().getZoom().toFixed(1)}/${lat.toFixed(3)}/${lon.toFixed(3)}`;
    },
    centre(point) {
      map.getView().animate({center: point, duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250});
    },
    close() {
      map.setTarget(null);
      map.dispose();
    },
  };
}

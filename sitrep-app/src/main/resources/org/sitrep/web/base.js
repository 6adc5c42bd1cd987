// What lies under every map: an outline of the world that needs nothing from elsewhere.

/** The value of a colour of the page's scheme. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** A layer of countries, lakes, rivers and towns. */
export function baseLayer() {
  const {layer, source, style, format} = globalThis.ol;
  const fill = (c) => new style.Fill({color: c});
  const line = (c, width) => new style.Stroke({color: c, width});

  function baseStyle(feature, resolution) {
    switch (feature.get('layer')) {
      case 'country':
        return new style.Style({fill: fill(colour('land')), stroke: line(colour('border'), 1)});
      case 'lake':
        return new style.Style({fill: fill(colour('water'))});
      case 'river':
        return resolution < 3000 || feature.get('rank') <= 4
          ? new style.Style({stroke: line(colour('water'), feature.get('rank') <= 4 ? 2 : 1)})
          : undefined;
      default: {
        const shown = feature.get('rank') <= (resolution < 400 ? 10 : resolution < 900 ? 8 : resolution < 2200 ? 6 : resolution < 4000 ? 3 : -1);
        return shown
          ? new style.Style({
            image: new style.Circle({radius: 2, fill: fill(colour('label'))}),
            text: new style.Text({
              text: feature.get('name'), font: '11px system-ui, sans-serif', offsetY: -9,
              fill: fill(colour('label')), stroke: line(colour('land'), 3),
            }),
          })
          : undefined;
      }
    }
  }

  const outlines = new source.Vector({url: '/basemap.geojson', format: new format.GeoJSON()});
  return new layer.Vector({source: outlines, style: baseStyle, declutter: true});
}

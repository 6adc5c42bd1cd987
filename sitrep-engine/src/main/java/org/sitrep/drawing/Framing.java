package org.sitrep.drawing;

import org.sitrep.control.ControlState;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.MapSheet;
import org.sitrep.control.MapSheet.Frame;
import org.sitrep.control.Proximity;
import org.sitrep.control.Zone;
import org.sitrep.mention.Location;

/** Finds the stretch of the earth that holds what a map shows. One use; not thread-safe. */
final class Framing {

  private static final double KM_PER_DEGREE = 111.2;
  private static final double WIDEST_KM = 120;
  private static final double LEAST = 0.4;
  private static final double MARGIN = 0.08;
  private static final double FLATTEST = 0.55;
  private static final double TALLEST = 1.3;

  private double south = 90;
  private double north = -90;
  private double west = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;

  private Framing() {}

  static Frame of(MapSheet sheet) {
    Framing framing = new Framing();
    sheet.states().stream().map(ControlState::place).filter(Location::isLocated).forEach(p -> framing.add(p.lat(), p.lon(), p.km() + 8));
    sheet.proximities().forEach(framing::add);
    sheet.zones().stream().flatMap(z -> z.outlines().stream()).forEach(framing::add);
    return framing.frame();
  }

  private void add(Proximity p) {
    for (EvidencePoint point : new EvidencePoint[] {p.a(), p.b()}) {
      add(point.lat(), point.lon(), point.km());
    }
  }

  private void add(Zone.Outline outline) {
    switch (outline) {
      case Zone.Outline.Disc disc -> add(disc.lat(), disc.lon(), disc.km());
      case Zone.Outline.Bank bank -> add(bank.lat(), bank.lon(), bank.km());
      case Zone.Outline.Line line -> {}
    }
  }

  /** Points on the other side of the meridian where longitudes jump are taken to lie on this one. */
  private void add(double lat, double lon, double km) {
    double reach = Math.min(km, WIDEST_KM) / KM_PER_DEGREE;
    double wide = reach / Math.max(0.05, Math.cos(Math.toRadians(lat)));
    double at = west <= east ? lon + 360 * Math.round(((west + east) / 2 - lon) / 360) : lon;
    south = Math.min(south, Math.max(-90, lat - reach));
    north = Math.max(north, Math.min(90, lat + reach));
    west = Math.min(west, at - wide);
    east = Math.max(east, at + wide);
  }

  private Frame frame() {
    if (west > east) {
      return new Frame(-60, -180, 80, 180);
    }
    double cosine = Math.max(0.05, Math.cos(Math.toRadians((south + north) / 2)));
    double high = Math.max(LEAST, (north - south) * (1 + 2 * MARGIN));
    double wide = Math.max(LEAST / cosine, (east - west) * (1 + 2 * MARGIN));
    high = Math.max(high, wide * cosine * FLATTEST);
    wide = Math.max(wide, high / TALLEST / cosine);
    double lat = (south + north) / 2;
    double lon = (west + east) / 2;
    double left = Math.max(-180, lon - Math.min(360, wide) / 2);
    return new Frame(Math.max(-90, lat - high / 2), left, Math.min(90, lat + high / 2), left + Math.min(360, wide));
  }
}

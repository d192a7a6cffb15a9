import sharp from "sharp";

/** What a picture made here tells, and nothing published may: its author, its XMP, its latitude. */
export const secrets = [
  Buffer.from("ZHANG SAN"),
  Buffer.from("SECRET"),
  // 37° 28' 9" as little-endian fractions.
  Buffer.from("25000000010000001c000000010000000900000001000000", "hex"),
];

/** Pixels that no encoder finds easy, the same in each run. */
function pixels(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let at = 0; at < bytes.length; at++) {
    state = (state * 48271) % 2147483647;
    bytes[at] = (at >> 4) + (state & 31);
  }
  return bytes;
}

/** A picture to be encoded that tells who took it and where, and how it is to be turned. */
export function tellingPicture(orientation = 6, width = 96, height = 64) {
  return sharp(pixels(width, height), { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .withIccProfile("p3")
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><p>SECRET XMP</p></x:xmpmeta>')
    .withExifMerge({
      IFD0: { Artist: "ZHANG SAN" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 28/1 9/1" },
    });
}

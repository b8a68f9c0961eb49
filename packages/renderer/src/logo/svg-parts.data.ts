/** Elements that draw, and need nothing beyond the file. */
export const drawn = new Set(
  'svg g path rect circle ellipse line polyline polygon defs symbol use clipPath mask pattern linearGradient radialGradient stop style'.split(' '),
);

/** Elements that say something about a drawing and draw nothing. */
export const told = new Set(['title', 'desc', 'metadata']);

/** Attributes with a meaning for what is drawn. Others are of editors, and are left out. */
export const attributes = new Set(
  (
    'id class d x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height viewBox preserveAspectRatio points transform ' +
    'gradientTransform gradientUnits spreadMethod offset patternUnits patternContentUnits patternTransform ' +
    'clipPathUnits maskUnits maskContentUnits clip-path clip-rule mask mask-type href xlink:href style ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset stop-color stop-opacity opacity color display visibility overflow vector-effect paint-order'
  ).split(' '),
);

/** Observable Plot puts one constant <style> into every chart; this is its hash for the Content-Security-Policy. A test recomputes it. */
export const plotStyleHash = 'sha256-TODO';

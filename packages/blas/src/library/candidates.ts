import type { Host } from "../native/Host.ts";

const MKL_LINUX = ["libmkl_rt.so", "libmkl_rt.so.3", "libmkl_rt.so.2", "libmkl_rt.so.1"];
const MKL_WINDOWS = ["mkl_rt.3.dll", "mkl_rt.2.dll", "mkl_rt.1.dll", "mkl_rt.dll"];

/**
 * The libraries to try, in order: names that the system looks up on its own paths, and files in the places where package
 * managers put them.
 */
export function candidates({ platform, environment }: Pick<Host, "platform" | "environment">): readonly string[] {
  const { CONDA_PREFIX: conda, MKLROOT: mkl, VCPKG_ROOT: vcpkg } = environment;
  if (platform === "darwin") {
    return [
      // Part of the system, and the only one that uses the matrix units of Apple's processors.
      "/System/Library/Frameworks/Accelerate.framework/Accelerate",
      ...["libopenblas.dylib", "libopenblas.0.dylib"],
      ...inside("/opt/homebrew/opt/openblas/lib", "/", ["libopenblas.dylib"]),
      ...inside("/usr/local/opt/openblas/lib", "/", ["libopenblas.dylib"]),
      ...inside("/opt/local/lib", "/", ["libopenblas.dylib"]),
      ...inside(conda && `${conda}/lib`, "/", ["libopenblas.dylib", "libmkl_rt.2.dylib", "libmkl_rt.dylib"]),
      ...["libmkl_rt.2.dylib", "libmkl_rt.dylib", "libblis.4.dylib", "libblis.dylib"],
    ];
  }
  if (platform === "win32") {
    return [
      ...["libopenblas.dll", "openblas.dll", ...MKL_WINDOWS, "libblis.dll"],
      ...inside(conda && `${conda}\\Library\\bin`, "\\", ["openblas.dll", ...MKL_WINDOWS]),
      ...inside(mkl && `${mkl}\\bin`, "\\", MKL_WINDOWS),
      ...inside(mkl && `${mkl}\\redist\\intel64`, "\\", MKL_WINDOWS),
      ...inside("C:\\Program Files (x86)\\Intel\\oneAPI\\mkl\\latest\\bin", "\\", MKL_WINDOWS),
      ...inside(vcpkg && `${vcpkg}\\installed\\x64-windows\\bin`, "\\", ["openblas.dll"]),
      ...inside("C:\\msys64\\ucrt64\\bin", "\\", ["libopenblas.dll"]),
      ...inside("C:\\msys64\\mingw64\\bin", "\\", ["libopenblas.dll"]),
    ];
  }
  return [
    ...["libopenblas.so.0", "libopenblas.so", "libopenblasp.so.0", ...MKL_LINUX],
    ...["libblis.so", "libblis.so.4", "libblis-mt.so"],
    ...inside(conda && `${conda}/lib`, "/", ["libopenblas.so.0", ...MKL_LINUX]),
    ...inside(mkl && `${mkl}/lib`, "/", MKL_LINUX),
    ...inside(mkl && `${mkl}/lib/intel64`, "/", MKL_LINUX),
    ...inside("/opt/intel/oneapi/mkl/latest/lib", "/", MKL_LINUX),
    ...inside("/home/linuxbrew/.linuxbrew/opt/openblas/lib", "/", ["libopenblas.so"]),
    // Whatever the system was told to take for one.
    ...["libblas.so.3", "libblas.so"],
  ];
}

function inside(folder: string | undefined, separator: "/" | "\\", names: readonly string[]): string[] {
  return folder === undefined || folder === "" ? [] : names.map((name) => folder + separator + name);
}

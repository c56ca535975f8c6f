#!/bin/sh
# Builds Python with a current SQLite inside, from Debian's sources; runs in the Debian 11 that packages are made in.
# usage: interpreter.sh SOURCES TARGET [GNU-TRIPLET]      TARGET is where /opt/python lies when it is used
set -eu
sources=$1 target=$2 triplet=${3:-}
work=/opt/source/built-${triplet:-here}
here=$(gcc -dumpmachine)
cc=${triplet:+$triplet-}gcc
rm -rf "$work" "$target/opt/python"
mkdir -p "$work" "$target/opt/python/include" "$target/opt/python/lib"
cd "$work"
dpkg-source --no-check -x "$sources"/sqlite3_*.dsc sqlite >unpack.log
dpkg-source --no-check -x "$sources"/python3.11_*.dsc python >>unpack.log

# SQLite as a static library: no other libsqlite3 of the machine can take its place.
(cd sqlite && ./configure --disable-tcl >configure.log 2>&1 && make sqlite3.c >make.log 2>&1)
flags="-DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_COLUMN_METADATA
    -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_OMIT_LOAD_EXTENSION"
$cc -O2 -fPIC $flags -c sqlite/sqlite3.c -o sqlite3.o
${triplet:+$triplet-}ar rcs "$target/opt/python/lib/libsqlite3.a" sqlite3.o
cp sqlite/sqlite3.h "$target/opt/python/include/"

cd python
tar xzf ../python3.11_*.orig.tar.gz --strip-components=1 --wildcards '*/Lib/ensurepip/*' # Debian has taken pip out
sed -i "s/sources=\['pyexpat.c'\]/&, extra_compile_args=['-DPy_BUILD_CORE_MODULE']/" setup.py # its patch needs that
cross=""
if [ -n "$triplet" ]; then
    cross="--host=$triplet --build=$here --with-build-python=/opt/python/bin/python3.11
        ac_cv_file__dev_ptmx=yes ac_cv_file__dev_ptc=no ac_cv_buggy_getaddrinfo=no"
fi
./configure $cross --prefix=/opt/python --enable-shared --with-system-expat --disable-test-modules --with-ensurepip=no \
    CFLAGS="-O2 -g0" CPPFLAGS="-I$target/opt/python/include" \
    LDFLAGS="-L$target/opt/python/lib -Wl,-rpath,/opt/python/lib" LIBS="-lm" >configure.log 2>&1 || { tail -n 40 configure.log; exit 1; }
make -j"$(nproc)" >make.log 2>&1 || { tail -n 40 make.log; exit 1; }
if [ -n "$triplet" ]; then # Debian's patch looks for it under another name than it is made
    cp "$(find . -name '_sysconfigdata_*.py' | head -n 1)" "$(cat pybuilddir.txt)/_sysconfigdata__$triplet.py"
fi
make install ${target:+DESTDIR=$target} >install.log 2>&1 || { tail -n 40 install.log; exit 1; }

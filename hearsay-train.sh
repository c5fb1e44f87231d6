#!/bin/sh
# Runs the trainers and the evaluation harness from a clone; builds them when nothing is built yet.
# To build again after a change:  mvn -q -DskipTests -pl hearsay-train -am package

self=$0
while [ -h "$self" ]; do
  link=$(ls -ld -- "$self")
  link=${link#*" -> "}
  case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
  esac
done
root=$(cd -- "$(dirname -- "$self")" && pwd -P) || exit 1
target=$root/hearsay-train/target

# Checks that there is a Java 17 or later, and says so in one line where there is none.
HEARSAY_CHECK_JAVA=1 sh "$root/hearsay-cli/src/main/distribution/bin/hearsay" || exit 1
if [ -n "$JAVA_HOME" ]; then java=$JAVA_HOME/bin/java; else java=java; fi

if [ ! -f "$target/built" ]; then
  mvn=$(command -v mvn) || {
    echo "hearsay-train: nothing is built yet, and Maven was not found to build it; install Maven 3.8 or later" >&2
    exit 1
  }
  echo "hearsay-train: building once (again after a change: mvn -q -DskipTests -pl hearsay-train -am package)" >&2
  (cd -- "$root" && "$mvn" -q -B -DskipTests -pl hearsay-train -am package) >&2 < /dev/null || {
    echo "hearsay-train: the build failed; what Maven said is above" >&2
    exit 1
  }
  : > "$target/built"
fi
case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
  *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
# shellcheck disable=SC2086
exec "$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 $HEARSAY_JAVA_OPTS \
  -cp "$target/classes:$target/lib/*" org.hearsay.train.Main "$@"

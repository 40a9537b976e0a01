# cmake -D FILE=web/built/charts.js -D VERSION_FILE=web/built/charts.version -P file_version.cmake
# Writes a digest of FILE: the address that a browser keeps it under.
file(SHA256 ${FILE} digest)
string(SUBSTRING ${digest} 0 16 version)
file(WRITE ${VERSION_FILE} ${version})

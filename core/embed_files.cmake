# cmake -DFILES="a.json|b.json" -DOUT=files.cpp -DHEADER=… -DTYPE=… -DFUNCTION=… -P embed_files.cmake: the files as string
# literals of a C++ source. HEADER declares `struct TYPE {name, text}` and `std::span<const TYPE> FUNCTION()`.
string(REPLACE "|" ";" FILES "${FILES}")
set(literals "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" hex HEX)
    string(LENGTH "${hex}" length)
    set(lines "")
    set(at 0)
    while(at LESS length) # compilers do not like literals of any length, so they are joined from short ones
        string(SUBSTRING "${hex}" ${at} 2000 piece)
        string(REGEX REPLACE "(..)" "\\\\x\\1" piece "${piece}")
        string(APPEND lines "    \"${piece}\"\n")
        math(EXPR at "${at} + 2000")
    endwhile()
    math(EXPR size "${length} / 2")
    string(APPEND literals "constexpr char file${number}[] =\n${lines}    ;\n")
    string(APPEND rows "    {\"${name}\", {file${number}, ${size}}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUT}" "// Written by embed_files.cmake.\n#include \"${HEADER}\"\n\nnamespace asl {\n\nnamespace {\n\n"
    "${literals}\nconstexpr ${TYPE} files[] = {\n${rows}};\n\n} // namespace\n\n"
    "std::span<const ${TYPE}> ${FUNCTION}() { return files; }\n\n} // namespace asl\n")

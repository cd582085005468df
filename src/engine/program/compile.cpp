#include "engine/program/compile.h"

#include "engine/program/rewrite.h"

namespace protomind {

Result<Program> compile(const Computation& computation, const CompileOptions&) {
    Computation copy = rewrite(computation, copyNode);
    Program program;
    program.graph = copy.graph;
    program.outputs = copy.outputs;
    program.updates = copy.updates;
    return program;
}

} // namespace protomind

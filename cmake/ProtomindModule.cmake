# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The rules of the house as functions: a module is one folder, one target, one line.

# Designated initialisers leave fields out on purpose; GCC 12 sees overlapping copies in std::string where
# there are none (its bug 105651).
add_library(protomind_warnings INTERFACE)
target_compile_options(protomind_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-qual -Wimplicit-fallthrough -Wno-missing-field-initializers -Wno-restrict -Werror)
target_include_directories(protomind_warnings INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(PROTOMIND_SANITIZE)
    target_compile_options(protomind_warnings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer -Wno-error=maybe-uninitialized)
    target_link_options(protomind_warnings INTERFACE -fsanitize=address,undefined)
endif()

add_library(protomind_qt INTERFACE)
target_compile_definitions(protomind_qt INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_STRICT_ITERATORS)

# Qt 6.4's moc stumbles over this macro where <compare> or <concepts> is the first header of all.
set(moc_options -D_GLIBCXX_VISIBILITY=)

# engine/device/cpu -> protomind_cpu; the window's rooms are called like others: desktop/app/data -> protomind_app_data
function(module_target path result)
    get_filename_component(name ${path} NAME)
    if(path MATCHES "^desktop/app/")
        set(name app_${name})
    endif()
    set(${result} protomind_${name} PARENT_SCOPE)
endfunction()

# Arithmetic is the engine's: there the last of speed pays for the time to compile it. The rest is compiled for less:
# studio and window with -O2 (a fifth less time than with -O3), and the tests themselves, whose loops are short, without any.
function(compile_for_less target)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O2>)
endfunction()
function(compile_as_test target)
    target_compile_options(${target} PRIVATE -O0)
endfunction()

# add_module(engine/graph USES engine/tensor LINKS fmt::fmt [QT])
#
# Makes one library of the folder src/<path>. USES names the modules that its files may include (what a
# module uses may be used in turn by those above only if they say so as well); LINKS names libraries of
# other people. The layering test holds every #include against these lines.
function(add_module path)
    cmake_parse_arguments(MODULE "QT" "" "USES;LINKS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${path}/*.cpp
        ${CMAKE_SOURCE_DIR}/src/${path}/*.h)
    get_property(modules GLOBAL PROPERTY PROTOMIND_MODULES)
    # A folder inside this one that is a module of its own keeps its files.
    foreach(other ${modules})
        if(other MATCHES "^${path}/")
            list(FILTER sources EXCLUDE REGEX "/src/${other}/")
        endif()
    endforeach()
    module_target(${path} target)
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    if(NOT path MATCHES "^engine/")
        compile_for_less(${target})
    endif()
    target_link_libraries(${target} PUBLIC protomind_warnings)
    foreach(used ${MODULE_USES})
        module_target(${used} used_target)
        target_link_libraries(${target} PUBLIC ${used_target})
    endforeach()
    target_link_libraries(${target} PUBLIC ${MODULE_LINKS})
    if(MODULE_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON
            AUTOMOC_MOC_OPTIONS "${moc_options}")
        target_link_libraries(${target} PUBLIC protomind_qt)
    endif()
    set_property(GLOBAL APPEND PROPERTY PROTOMIND_MODULES ${path})
    string(REPLACE ";" " " uses "${MODULE_USES}")
    set_property(GLOBAL APPEND PROPERTY PROTOMIND_LAYERING "${path}: ${uses}")
endfunction()

# add_generated_source(protomind_course studio/course/folders_of_sources.cpp): compiles into the target what <file>.in says
# with this machine's paths filled in. They stand nowhere else, not in a compile command either: with them the compiler's
# cache would be of no use in another folder.
function(add_generated_source target file)
    set(made ${CMAKE_CURRENT_BINARY_DIR}/${file})
    file(READ ${CMAKE_CURRENT_SOURCE_DIR}/${file}.in text)
    string(CONFIGURE "${text}" text @ONLY)
    file(GENERATE OUTPUT ${made} CONTENT "${text}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file}.in)
    set_source_files_properties(${made} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_AUTOGEN ON)
    target_sources(${target} PRIVATE ${made})
endfunction()

# Everything that ctest runs, and all of it but what needs the window itself (which is labelled window).
add_custom_target(protomind_tests)
add_custom_target(protomind_core_tests)

set(with_display ${CMAKE_SOURCE_DIR}/tests/with-display)

# register_test(engine_base test_engine_base [QT] [DISPLAY] [WINDOW]): its counts go into test-results/, where scripts/test
# adds them up. QT and DISPLAY are those of add_module_tests; WINDOW: it needs the window itself.
function(register_test name target)
    cmake_parse_arguments(TEST "QT;DISPLAY;WINDOW" "" "" ${ARGN})
    set(command $<TARGET_FILE:${target}> --gtest_output=json:${CMAKE_BINARY_DIR}/test-results/${name}.json)
    set(labels "")
    if(TEST_DISPLAY)
        # Real drag and drop and real keyboard focus need a window system.
        add_test(NAME ${name} COMMAND ${with_display} 1600x1000 ${command})
        set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=xcb")
        list(APPEND labels display)
    else()
        add_test(NAME ${name} COMMAND ${command})
        if(TEST_QT)
            set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
        endif()
    endif()
    add_dependencies(protomind_tests ${target})
    if(TEST_WINDOW)
        list(APPEND labels window)
    else()
        add_dependencies(protomind_core_tests ${target})
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT 1200 LABELS "${labels}")
endfunction()

# share_test(engine_device_opencl): runs every other of its tests in a program of its own, so that two processors have work.
# Its counts are those of both.
function(share_test name)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=0")
    set(other ${name}_other_half)
    add_test(NAME ${other} COMMAND test_${name}
        --gtest_output=json:${CMAKE_BINARY_DIR}/test-results/${other}.json)
    set_tests_properties(${other} PROPERTIES TIMEOUT 1200 ENVIRONMENT "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=1")
endfunction()

# register_scaled_test(desktop_app CutOffTest 1.5 de): runs one suite of a program with DISPLAY again, on a dense screen: all
# that is painted is larger by the factor. Of its parameters only those whose names begin with the last word, but for the
# whole run.
function(register_scaled_test name suite scale few)
    set(scaled ${name}_${suite}_at_${scale})
    set(report ${CMAKE_BINARY_DIR}/test-results/${scaled}.json)
    # Where only tests of another name are asked for, none of them.
    add_test(NAME ${scaled} COMMAND ${with_display} 3840x2160 sh -c
        "few=\${PROTOMIND_WHOLE:+*}; few=\${few:-*/${few}*}
        case \${GTEST_FILTER-} in ''|*${suite}*) which=\"*${suite}\$few\" ;; *) which='-*' ;; esac
        exec \"\$0\" --gtest_filter=\"\$which\" --gtest_output=json:${report}" $<TARGET_FILE:test_${name}>)
    set_tests_properties(${scaled} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=xcb;QT_SCALE_FACTOR=${scale}"
        LABELS "window;display" TIMEOUT 1200)
endfunction()

# add_module_tests(engine/graph [engine/nn ...] [QT] [DISPLAY] [WINDOW]): one test binary of tests/<path>/*_test.cpp,
# linked with the module and with whatever else the tests need. QT: with a main() of its own, run offscreen;
# DISPLAY as well: run on a virtual display; WINDOW: left out where only the core is tested.
function(add_module_tests path)
    cmake_parse_arguments(TESTS "QT;DISPLAY;WINDOW" "" "" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${path}/*.cpp
        ${CMAKE_SOURCE_DIR}/tests/${path}/*.h)
    get_property(tested GLOBAL PROPERTY PROTOMIND_TESTED)
    foreach(other ${tested})
        if(other MATCHES "^${path}/")
            list(FILTER sources EXCLUDE REGEX "/tests/${other}/")
        endif()
    endforeach()
    set_property(GLOBAL APPEND PROPERTY PROTOMIND_TESTED ${path})
    if(NOT sources)
        return()
    endif()
    string(REPLACE "/" "_" name ${path})
    set(target test_${name})
    add_executable(${target} ${sources})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${target} PRIVATE source_folder)
    compile_as_test(${target})
    foreach(used ${path} ${TESTS_UNPARSED_ARGUMENTS})
        module_target(${used} used_target)
        target_link_libraries(${target} PRIVATE ${used_target})
    endforeach()
    if(TESTS_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "${moc_options}")
        target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest Qt6::Test)
    else()
        target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest GTest::gtest_main)
    endif()
    set(options "")
    foreach(option QT DISPLAY WINDOW)
        if(TESTS_${option})
            list(APPEND options ${option})
        endif()
    endforeach()
    register_test(${name} ${target} ${options})
endfunction()

# add_translations(protomind_app de fr): builds translations/protomind_<language>.ts into the target, as resources
# below :/translations. The target update_translations brings the .ts files up to date with the sources.
function(add_translations target)
    set(files "")
    set(listed "")
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/translations)
    foreach(language ${ARGN})
        set(source ${CMAKE_SOURCE_DIR}/translations/protomind_${language}.ts)
        set(compiled ${CMAKE_BINARY_DIR}/translations/protomind_${language}.qm)
        add_custom_command(OUTPUT ${compiled} COMMAND Qt6::lrelease -silent ${source} -qm ${compiled} DEPENDS ${source}
            COMMENT "Compiling protomind_${language}.ts" VERBATIM)
        list(APPEND sources ${source})
        list(APPEND files ${compiled})
        string(APPEND listed "    <file>translations/protomind_${language}.qm</file>\n")
    endforeach()
    set(list ${CMAKE_BINARY_DIR}/translations.qrc)
    file(CONFIGURE OUTPUT ${list} CONTENT "<RCC>\n  <qresource prefix=\"/\">\n${listed}  </qresource>\n</RCC>\n")
    set(code ${CMAKE_BINARY_DIR}/translations.cpp)
    add_custom_command(OUTPUT ${code} COMMAND Qt6::rcc --name translations -o ${code} ${list} DEPENDS ${list} ${files}
        COMMENT "Putting translations into the program" VERBATIM)
    target_sources(${target} PRIVATE ${code})
    set_source_files_properties(${code} PROPERTIES SKIP_AUTOGEN ON)
    add_custom_target(update_translations COMMAND Qt6::lupdate -locations none -no-ui-lines -no-obsolete -silent
        -disable-heuristic sametext -disable-heuristic similartext -disable-heuristic number -I ${CMAKE_SOURCE_DIR}/src
        ${CMAKE_SOURCE_DIR}/src/desktop ${CMAKE_SOURCE_DIR}/ui -ts ${sources} VERBATIM)
endfunction()

# Puts the pictures in resources/formulas/, whichever there are, into the target, as resources below :/formulas.
function(add_formulas target)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/formulas/*)
    set(listed "")
    foreach(file ${files})
        get_filename_component(name ${file} NAME)
        string(APPEND listed "    <file alias=\"${name}\">${file}</file>\n")
    endforeach()
    set(list ${CMAKE_BINARY_DIR}/formulas.qrc)
    file(CONFIGURE OUTPUT ${list} CONTENT "<RCC>\n  <qresource prefix=\"/formulas\">\n${listed}  </qresource>\n</RCC>\n")
    set(code ${CMAKE_BINARY_DIR}/formulas.cpp)
    add_custom_command(OUTPUT ${code} COMMAND Qt6::rcc --name formulas -o ${code} ${list} DEPENDS ${list} ${files}
        COMMENT "Putting formulas into the program" VERBATIM)
    target_sources(${target} PRIVATE ${code})
    set_source_files_properties(${code} PROPERTIES SKIP_AUTOGEN ON)
endfunction()

function(write_layering_map)
    get_property(lines GLOBAL PROPERTY PROTOMIND_LAYERING)
    string(REPLACE ";" "\n" text "${lines}")
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/layering.txt CONTENT "${text}\n")
endfunction()
